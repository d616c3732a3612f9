// Filters as SQL conditions. Only what has a row in README.md; everything else is refused by its name.
import type { SqlValue } from './binding.ts';
import { encodeScalar, mark, tags, toSql } from './encode.ts';
import { refuse } from './errors.ts';
import { crossesArray, crossesArrayBefore, jsonPath, splitPath, sqlOf } from './paths.ts';

export interface Sql {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export type Filter = Readonly<Record<string, unknown>>;
type Scalar = null | number | string;
type Compile = (path: string, operand: unknown) => Sql;

/**
 * @param scalar the paths that hold no objects and arrays for certain, since an index keeps them out.
 *   Elsewhere each condition is guarded: where an array is met, the statement fails instead of answering wrongly.
 */
export function compileFilter(filter: Filter, scalar: ReadonlySet<string>): Sql {
  const terms = Object.entries(filter).map(([key, operand]) => compileEntry(key, operand, scalar));
  return terms.length === 0 ? always : join(terms, ' AND ');
}

const always: Sql = { sql: '1', values: [] };

function compileEntry(key: string, operand: unknown, scalar: ReadonlySet<string>): Sql {
  if (key === '$and' || key === '$or') return compileList(key, operand, scalar);
  if (key.startsWith('$')) refuse(key, 'filter');
  if (!isOperators(operand)) return guard(key, compileEqual(key, operand), scalar);
  const terms = Object.entries(operand).map(([operator, value]) => {
    const compile = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
    if (compile === undefined) return refuse(operator, `filter on ${key}`);
    return operator === '$exists' ? compile(key, value) : guard(key, compile(key, value), scalar);
  });
  return join(terms, ' AND ');
}

function compileList(operator: string, operand: unknown, scalar: ReadonlySet<string>): Sql {
  if (!Array.isArray(operand) || operand.length === 0)
    return refuse(`${operator} without a list`, 'filter');
  const terms = operand.map((filter: Filter) => compileFilter(filter, scalar));
  return join(terms, operator === '$and' ? ' AND ' : ' OR ');
}

/** True for `{ $lt: 5 }`; a mixture of operators and fields is refused later by the field's name. */
export function isOperators(operand: unknown): operand is Readonly<Record<string, unknown>> {
  if (typeof operand !== 'object' || operand === null) return false;
  const prototype: unknown = Object.getPrototypeOf(operand);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.keys(operand).some((key) => key.startsWith('$'));
}

const operators: Readonly<Record<string, Compile>> = {
  $eq: compileEqual,
  $ne: (path, operand) => not(compileEqual(path, operand)),
  $in: compileIn,
  $nin: (path, operand) => not(compileIn(path, operand)),
  $lt: (path, operand) => compileRange(path, '<', operand),
  $lte: (path, operand) => compileRange(path, '<=', operand),
  $gt: (path, operand) => compileRange(path, '>', operand),
  $gte: (path, operand) => compileRange(path, '>=', operand),
  $exists: compileExists,
  $type: compileType,
};

function guard(path: string, condition: Sql, scalar: ReadonlySet<string>): Sql {
  if (path === '_id' || scalar.has(path)) return condition;
  const refusal = `refuse('arrays in filters', '${path}')`;
  return {
    ...condition,
    sql: `CASE WHEN ${crossesArray(path)} THEN ${refusal} ELSE ${condition.sql} END`,
  };
}

function compileEqual(path: string, operand: unknown): Sql {
  const value = encodeScalar(operand, `filter on ${path}`);
  if (value === null) return { sql: `${sqlOf(path)} IS NULL`, values: [] };
  return noObject(path, value, { sql: `${sqlOf(path)} = ?`, values: [toSql(value)] });
}

/** The list travels as one JSON value, so that a statement is compiled once whatever the length. */
function compileIn(path: string, operand: unknown): Sql {
  if (!Array.isArray(operand)) return refuse('$in without a list', `filter on ${path}`);
  const values = operand.map((value) => encodeScalar(value, `filter on ${path}`));
  const some = values.filter((value) => value !== null);
  const odd = some.find(looksLikeJson) ?? 0;
  const among = noObject(path, odd, {
    sql: `${sqlOf(path)} IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(some)],
  });
  return values.length === some.length
    ? among
    : { ...among, sql: `(${among.sql} OR ${sqlOf(path)} IS NULL)` };
}

function compileRange(path: string, operator: string, operand: unknown): Sql {
  const value = encodeScalar(operand, `filter on ${path}`);
  if (value === null) return refuse('ranges over null', `filter on ${path}`);
  const [low, high] = bracketOf(value);
  const bounds = operator.startsWith('<') ? (low === null ? [] : [`>= '${low}'`]) : [`< '${high}'`];
  const sql = [`${operator} ?`, ...bounds].map((bound) => `${sqlOf(path)} ${bound}`).join(' AND ');
  const condition = { sql: `(${sql})`, values: [toSql(value)] };
  return isPlainText(value) ? noObject(path, '{', condition) : condition;
}

/** From where to before where values of the same type lie; null: from the start, since a comparison leaves out NULL by itself. */
function bracketOf(value: number | string): readonly [low: string | null, high: string] {
  if (typeof value === 'number') return [null, ''];
  if (isPlainText(value)) return ['', `${mark}${tags.binary}`];
  const tag = value.charAt(2);
  return [`${mark}${tag}`, `${mark}${Number(tag) + 1}`];
}

function isPlainText(value: Scalar): boolean {
  return (
    typeof value === 'string' &&
    (!value.startsWith(mark) || value.startsWith(`${mark}${tags.string}`))
  );
}

const looksLikeJson = (value: Scalar): boolean => typeof value === 'string' && /^[{[]/.test(value);

/** SQLite reads an object as its JSON text, which must not pass for a string. */
function noObject(path: string, value: Scalar, condition: Sql): Sql {
  if (path === '_id' || !looksLikeJson(value)) return condition;
  return {
    ...condition,
    sql: `(${condition.sql} AND json_type(doc, ${jsonPath(splitPath(path))}) <> 'object')`,
  };
}

function compileExists(path: string, operand: unknown): Sql {
  const wanted = operand === true || operand === 1;
  if (path === '_id') return { sql: wanted ? '1' : '0', values: [] };
  const present = `json_type(doc, ${jsonPath(splitPath(path))}) IS ${wanted ? 'NOT ' : ''}NULL`;
  const before = crossesArrayBefore(path);
  if (before === '') return { sql: present, values: [] };
  return {
    sql: `CASE WHEN ${before} THEN refuse('arrays in filters', '${path}') ELSE ${present} END`,
    values: [],
  };
}

const typeTags: Readonly<Record<string, string>> = {
  binData: tags.binary,
  objectId: tags.objectId,
  bool: tags.boolean,
  date: tags.date,
};

function compileType(path: string, operand: unknown): Sql {
  const sql = sqlOf(path);
  if (operand === 'number') return { sql: `${sql} < ''`, values: [] };
  if (operand === 'string')
    return noObject(path, '{', {
      sql: `(${sql} >= '' AND ${sql} < '${mark}${tags.binary}')`,
      values: [],
    });
  const tag =
    typeof operand === 'string' && Object.hasOwn(typeTags, operand) ? typeTags[operand] : undefined;
  if (tag === undefined) return refuse(`$type ${JSON.stringify(operand)}`, `filter on ${path}`);
  return {
    sql: `(${sql} >= '${mark}${tag}' AND ${sql} < '${mark}${Number(tag) + 1}')`,
    values: [],
  };
}

function not(condition: Sql): Sql {
  return { ...condition, sql: `(${condition.sql}) IS NOT TRUE` };
}

function join(terms: readonly Sql[], by: string): Sql {
  const [only] = terms;
  if (only !== undefined && terms.length === 1) return only;
  return {
    sql: `(${terms.map((term) => term.sql).join(by)})`,
    values: terms.flatMap((term) => term.values),
  };
}
