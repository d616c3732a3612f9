// Who imports whom, by every form of import there is. An import counts as a value unless the whole statement is `import type` or
// `export type`: with inline `type` markers the module itself is still loaded.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Import {
  /** as it is written */
  readonly specifier: string;
  /** the file it names, relative to the project; undefined for packages */
  readonly file: string | undefined;
  readonly kind: 'value' | 'type';
  /** waits until it is needed: `import('…')` */
  readonly lazy: boolean;
}

const statement =
  /(?:^|[;}\n])\s*(?:import|export)\s+(type\s+(?=[\w*{]))?(?:[\w*{][^'";]*?\sfrom\s*|[\w*{][^'";]*?\}\s*from\s*)(['"])([^'"\n]+)\2/g;
const bare = /(?:^|[;}\n])\s*import\s*(['"])([^'"\n]+)\1/g;
const call = /\b(import|require)\s*\(\s*(['"`])([^'"`\n]+)\2/g;

/** Every source of the given folders: .ts, .tsx, .mjs, .cjs. */
export function sourcesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.(ts|tsx|mjs|cjs)$/.test(name) && !name.endsWith('.d.ts')),
  );
}

export function importsOf(file: string, text = readFileSync(file, 'utf8')): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  const add = (specifier: string, kind: Import['kind'], lazy = false) =>
    found.push({ specifier, file: fileOf(file, specifier), kind, lazy });
  for (const [, type, , specifier = ''] of code.matchAll(statement))
    add(specifier, type ? 'type' : 'value');
  for (const [, , specifier = ''] of code.matchAll(bare)) add(specifier, 'value');
  for (const [all, , , specifier = ''] of code.matchAll(call))
    add(specifier, isTypeQuery(code, all) ? 'type' : 'value', true);
  return found;
}

/** `typeof import('…')` is a type. */
function isTypeQuery(code: string, found: string): boolean {
  return code.slice(0, code.indexOf(found)).trimEnd().endsWith('typeof');
}

function fileOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = resolve(dirname(from), specifier);
  const found = [path, path.replace(/\.js$/, '.ts'), `${path}.ts`].find((one) => existsSync(one));
  return relative('.', found ?? path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');
}

/** Each circle once, as the names along it. */
export function circlesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (node: string, way: readonly string[]): void => {
    const at = way.indexOf(node);
    if (at >= 0) circles.push(way.slice(at));
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...way, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return circles;
}
