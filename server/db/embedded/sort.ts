// Sort orders as SQL. Where an object or array is met, the statement fails instead of answering in a wrong order.
import { refuse } from './errors.ts';
import { crossesArray, jsonPath, splitPath, sqlOf } from './paths.ts';

export type Sort = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

/** @returns the text behind ORDER BY, empty when there is no order */
export function compileSort(sort: Sort | undefined | null, scalar: ReadonlySet<string>): string {
  return sortKeys(sort)
    .map(([path, direction]) => `${sortValue(path, scalar)}${direction < 0 ? ' DESC' : ''}`)
    .join(', ');
}

function sortKeys(sort: Sort | undefined | null): readonly (readonly [string, 1 | -1])[] {
  if (sort === undefined || sort === null) return [];
  const entries = sort instanceof Map ? [...sort] : Object.entries(sort);
  return entries.map(([path, direction]) => [String(path), toDirection(String(path), direction)]);
}

export function toDirection(path: string, direction: unknown): 1 | -1 {
  if (direction === 1 || direction === 'asc' || direction === 'ascending') return 1;
  if (direction === -1 || direction === 'desc' || direction === 'descending') return -1;
  return refuse(`the order ${JSON.stringify(direction)}`, path);
}

function sortValue(path: string, scalar: ReadonlySet<string>): string {
  const value = sqlOf(path);
  if (path === '_id' || scalar.has(path)) return value;
  const composite = `${crossesArray(path)} OR json_type(doc, ${jsonPath(splitPath(path))}) = 'object'`;
  return `CASE WHEN ${composite} THEN refuse('sorting by objects and arrays', '${path}') ELSE ${value} END`;
}
