// Projections: which fields of a document are decoded and given. Arrays on the way are walked through, as MongoDB does.
import { type Decoded, decode, decodeDocument } from './decode.ts';
import { type Encoded, type EncodedObject, isEncodedObject } from './encode.ts';
import { refuse, serverError } from './errors.ts';
import { splitPath } from './paths.ts';

/** A field leads to `true` (all of it) or to what is named inside it. */
export interface Tree {
  readonly [field: string]: Tree | true;
}

export interface Projection {
  readonly include: boolean;
  readonly tree: Tree;
}

/** @returns undefined for the whole document */
export function compileProjection(
  fields: Readonly<Record<string, unknown>> | undefined | null,
): Projection | undefined {
  const entries = Object.entries(fields ?? {}).map(
    ([path, wanted]) => [path, toWanted(path, wanted)] as const,
  );
  const [first] = entries.filter(([path]) => path !== '_id');
  const id = entries.find(([path]) => path === '_id')?.[1];
  if (first === undefined)
    return id === undefined ? undefined : { include: id, tree: { _id: true } };
  const include = first[1];
  const paths = entries
    .filter(([path]) => path !== '_id')
    .map(([path, wanted]) => {
      if (wanted !== include)
        throw serverError(
          include ? 31_254 : 31_253,
          `Cannot do both inclusion and exclusion in a projection (${path})`,
        );
      return path;
    });
  if ((id ?? true) === include) paths.unshift('_id');
  return { include, tree: toTree(paths) };
}

function toWanted(path: string, wanted: unknown): boolean {
  if (wanted === 1 || wanted === true) return true;
  if (wanted === 0 || wanted === false) return false;
  const operator =
    typeof wanted === 'object' && wanted !== null ? Object.keys(wanted)[0] : undefined;
  return refuse(operator ?? `the value ${JSON.stringify(wanted)}`, `projection of ${path}`);
}

function toTree(paths: readonly string[]): Tree {
  const tree: Record<string, Tree | true> = {};
  for (const path of paths) {
    const steps = splitPath(path);
    let at = tree;
    for (const [index, step] of steps.entries()) {
      const inside = Object.hasOwn(at, step) ? at[step] : undefined;
      const last = index === steps.length - 1;
      if (inside === true || (last && inside !== undefined))
        throw serverError(31_249, `Path collision at ${path}`);
      const next: Record<string, Tree | true> = inside ?? {};
      at[step] = last ? true : next;
      at = next;
    }
  }
  return tree;
}

/** Decodes what is asked for and nothing else. */
export function project(
  document: EncodedObject,
  projection: Projection | undefined,
  escaped: boolean,
): Decoded {
  if (projection === undefined) return decodeDocument(document, escaped);
  if (projection.include) return includeFields(document, projection.tree, escaped);
  return decodeDocument(excludeFields(document, projection.tree), escaped);
}

function includeFields(
  document: EncodedObject,
  tree: Tree,
  escaped: boolean,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key in document) {
    const inside = Object.hasOwn(tree, key) ? tree[key] : undefined;
    const value = document[key];
    if (inside === undefined || value === undefined) continue;
    if (inside === true) kept[key] = decode(value, escaped);
    else if (typeof value === 'object' && value !== null)
      kept[key] = includeInside(value, inside, escaped);
  }
  return kept;
}

function includeInside(value: Encoded, tree: Tree, escaped: boolean): unknown {
  if (isEncodedObject(value)) return includeFields(value, tree, escaped);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((item) => typeof item === 'object' && item !== null)
    .map((item) => includeInside(item, tree, escaped));
}

function excludeFields(document: EncodedObject, tree: Tree): EncodedObject {
  for (const [key, inside] of Object.entries(tree)) {
    const value = Object.hasOwn(document, key) ? document[key] : undefined;
    if (value === undefined) continue;
    if (inside === true) delete document[key];
    else excludeInside(value, inside);
  }
  return document;
}

function excludeInside(value: Encoded, tree: Tree): void {
  if (Array.isArray(value)) for (const item of value) excludeInside(item, tree);
  else if (isEncodedObject(value)) excludeFields(value, tree);
}
