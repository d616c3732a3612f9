// What each source declares at its top, by name: for the rules of the house.
import { readFileSync } from 'node:fs';

export interface Declaration {
  readonly name: string;
  readonly exported: boolean;
  /** called by its name: a function, or a constant that is one */
  readonly callable: boolean;
}

const declared =
  /^(export\s+)?(?:default\s+)?(?:async\s+)?(function\*?|(?:abstract\s+)?class|interface|type|const|let)\s+([A-Za-z_$][\w$]*)([^\n]*)/gm;

export function declarationsIn(file: string, text = readFileSync(file, 'utf8')): Declaration[] {
  return [...text.matchAll(declared)].map(([, exported, kind = '', name = '', rest = '']) => ({
    name,
    exported: exported !== undefined,
    callable:
      kind.startsWith('function') || (kind === 'const' && /=>|=\s*(async\s*)?\($/.test(rest)),
  }));
}
