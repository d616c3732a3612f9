// What indexes there are, and the SQL that builds them. SQLite lets several NULLs into a unique index, MongoDB does not:
// a second unique index, over the rows with a NULL, closes that gap.
import type { Sqlite, SqlValue } from './binding.ts';
import { refuse, serverError } from './errors.ts';
import { compileFilter, type Filter, isOperators, type Sql } from './filter.ts';
import { crossesArray, jsonPath, splitPath, sqlOf } from './paths.ts';
import { toDirection } from './sort.ts';

export interface IndexSpec {
  readonly v: 2;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly name: string;
  readonly unique?: true;
  readonly partialFilterExpression?: Filter;
  readonly expireAfterSeconds?: number;
}

export const idIndex: IndexSpec = { v: 2, key: { _id: 1 }, name: '_id_' };

const known = new Set(['name', 'unique', 'partialFilterExpression', 'expireAfterSeconds']);

export function readIndexes(sqlite: Sqlite, collection: string): readonly IndexSpec[] {
  const rows = sqlite
    .prepare('SELECT spec FROM _indexes WHERE collection = ? ORDER BY rowid')
    .all(collection);
  return rows.map(({ spec }) => JSON.parse(String(spec)) as IndexSpec);
}

export function toSpec(
  keys: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, unknown>>,
): IndexSpec {
  const key = Object.fromEntries(
    Object.entries(keys).map(([path, order]) => [path, toDirection(path, order)]),
  );
  for (const [option, value] of Object.entries(options)) {
    if (!known.has(option) && value !== undefined && value !== false) refuse(option, 'an index');
  }
  const { name, unique, partialFilterExpression, expireAfterSeconds } =
    options as Partial<IndexSpec>;
  const generated = Object.entries(key).flat().join('_');
  return {
    v: 2,
    key,
    name: name ?? generated,
    ...(unique ? { unique } : {}),
    ...(partialFilterExpression ? { partialFilterExpression } : {}),
    ...(typeof expireAfterSeconds === 'number' ? { expireAfterSeconds } : {}),
  };
}

/** @returns true when the index is there already; @throws when another one is in its place */
export function isThere(spec: IndexSpec, existing: readonly IndexSpec[]): boolean {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const twin = existing.find(({ name }) => name === spec.name);
  if (twin !== undefined && !same(twin, spec)) {
    throw serverError(
      86,
      `An existing index has the same name as the requested index: ${spec.name}`,
    );
  }
  const rival = existing.find(({ key, name }) => same(key, spec.key) && name !== spec.name);
  if (rival !== undefined)
    throw serverError(85, `Index already exists with a different name: ${rival.name}`);
  return twin !== undefined;
}

/** The paths of all indexes: writes keep objects and arrays out of them, so that queries can rely on it. */
export function scalarPaths(indexes: readonly IndexSpec[]): ReadonlySet<string> {
  return new Set(indexes.flatMap(({ key }) => Object.keys(key)).filter((path) => path !== '_id'));
}

/** Counts the documents that keep an index from being built. */
export function sqlOfMisfits(collection: string, spec: IndexSpec): string {
  const misfits = [...scalarPaths([spec])].map(
    (path) => `${crossesArray(path)} OR json_type(doc, ${jsonPath(splitPath(path))}) = 'object'`,
  );
  return `SELECT count(*) AS n FROM "${collection}" WHERE ${misfits.join(' OR ') || '0'}`;
}

export function sqlToCreate(collection: string, spec: IndexSpec): readonly Sql[] {
  const columns = Object.entries(spec.key).map(([path, direction]) => ({
    sql: sqlOf(path),
    direction,
  }));
  const where = whereOf(spec);
  const list = columns
    .map(({ sql, direction }) => `${sql}${direction < 0 ? ' DESC' : ''}`)
    .join(', ');
  const created = [
    create(spec.unique === true, `${collection}.${spec.name}`, collection, list, where),
  ];
  const nullable = columns.filter(({ sql }) => sql !== 'id').map(({ sql }) => sql);
  if (spec.unique && nullable.length > 0) {
    const filled = columns
      .map(({ sql }) => (sql === 'id' ? sql : `ifnull(${sql}, -9e999)`))
      .join(', ');
    const anyNull = `(${nullable.map((sql) => `${sql} IS NULL`).join(' OR ')})`;
    const both = where === '' ? anyNull : `${where} AND ${anyNull}`;
    created.push(create(true, `${collection}.${spec.name}.null`, collection, filled, both));
  }
  const row: readonly SqlValue[] = [collection, spec.name, JSON.stringify(spec)];
  return [
    ...created,
    { sql: 'INSERT INTO _indexes (collection, name, spec) VALUES (?, ?, ?)', values: row },
  ];
}

export function sqlToDrop(collection: string, spec: IndexSpec): readonly Sql[] {
  return [
    { sql: `DROP INDEX IF EXISTS "${collection}.${spec.name}"`, values: [] },
    { sql: `DROP INDEX IF EXISTS "${collection}.${spec.name}.null"`, values: [] },
    {
      sql: 'DELETE FROM _indexes WHERE collection = ? AND name = ?',
      values: [collection, spec.name],
    },
  ];
}

function create(
  unique: boolean,
  name: string,
  collection: string,
  columns: string,
  where: string,
): Sql {
  if (!/^[\w.-]+$/.test(name)) refuse('the index name', name);
  const head = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX "${name}" ON "${collection}" (${columns})`;
  return { sql: where === '' ? head : `${head} WHERE ${where}`, values: [] };
}

/**
 * SQLite uses a partial index only when it can prove its WHERE. `IS NOT NULL` follows from any comparison, so that is what an index
 * that only speeds up is built with: it may hold more rows than MongoDB's, never fewer. A unique one needs the exact condition.
 */
function whereOf(spec: IndexSpec): string {
  const filter = spec.partialFilterExpression;
  if (filter === undefined) return '';
  if (spec.unique) return inline(compileFilter(filter, new Set(Object.keys(filter))));
  const present = Object.entries(filter).filter(([, operand]) => impliesPresence(operand));
  return present.map(([path]) => `${sqlOf(path)} IS NOT NULL`).join(' AND ');
}

function impliesPresence(operand: unknown): boolean {
  if (!isOperators(operand)) return operand !== null;
  const [operator, value] = Object.entries(operand)[0] ?? [];
  return operator === '$type' || (operator !== '$exists' && value !== null && operator !== '$ne');
}

/** Index definitions take no bound values. */
function inline({ sql, values }: Sql): string {
  let next = 0;
  return sql.replace(/\?/g, () => {
    const value = values[next++];
    return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL');
  });
}
