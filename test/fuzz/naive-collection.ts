// A collection as plainly as it can be written: a list that is searched from the front. What the engine is compared with.
import mongoose from 'mongoose';
import { clone, compare, type Fields, get, print, typeRank } from './values.ts';

export interface IndexKey {
  readonly name: string;
  readonly key: Fields;
  readonly unique: boolean;
  readonly partial?: Fields;
}

/** A failure by its MongoDB code. */
export class Failure extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`code ${code}`);
    this.code = code;
  }
}

const operators: { [operator: string]: (value: unknown, operand: any) => boolean } = {
  $eq: (value, operand) => compare(value, operand) === 0,
  $ne: (value, operand) => compare(value, operand) !== 0,
  $in: (value, operand) => operand.some((one: unknown) => compare(value, one) === 0),
  $nin: (value, operand) => !operand.some((one: unknown) => compare(value, one) === 0),
  $lt: (value, operand) => typeRank(value) === typeRank(operand) && compare(value, operand) < 0,
  $lte: (value, operand) => typeRank(value) === typeRank(operand) && compare(value, operand) <= 0,
  $gt: (value, operand) => typeRank(value) === typeRank(operand) && compare(value, operand) > 0,
  $gte: (value, operand) => typeRank(value) === typeRank(operand) && compare(value, operand) >= 0,
  $exists: (value, operand) => (value !== undefined) === operand,
};

export const isOperators = (operand: unknown): operand is Fields =>
  typeRank(operand) === 4 && Object.keys(operand as object).some((key) => key.startsWith('$'));

export function matches(document: Fields, filter: Fields): boolean {
  return Object.entries(filter).every(([path, operand]) => {
    if (path === '$and') return (operand as Fields[]).every((part) => matches(document, part));
    if (path === '$or') return (operand as Fields[]).some((part) => matches(document, part));
    const value = get(document, path);
    const tests = isOperators(operand) ? operand : { $eq: operand };
    return Object.entries(tests).every(([operator, wanted]) => operators[operator]!(value, wanted));
  });
}

export function inOrder(documents: readonly Fields[], sort: Fields): Fields[] {
  return [...documents].sort((a, b) => {
    for (const [path, direction] of Object.entries(sort)) {
      const order = compare(get(a, path), get(b, path)) * Number(direction);
      if (order !== 0) return order;
    }
    return 0;
  });
}

export function projected(value: unknown, fields: Fields, prefix = ''): unknown {
  const include = Object.entries(fields).some(([path, wanted]) => path !== '_id' && wanted === 1);
  if (Array.isArray(value)) {
    const kept = include ? value.filter((item) => [4, 5].includes(typeRank(item))) : value;
    return kept.map((item) => projected(item, fields, prefix));
  }
  if (typeRank(value) !== 4) return value;
  const kept: Fields = {};
  for (const [key, field] of Object.entries(value as Fields)) {
    const path = prefix + key;
    const named = path === '_id' ? (fields._id ?? (include ? 1 : undefined)) : fields[path];
    const inside = Object.keys(fields).some((other) => other.startsWith(`${path}.`));
    if (named === 1) kept[key] = field;
    else if (
      named === undefined &&
      inside &&
      typeof field === 'object' &&
      field !== null &&
      typeRank(field) <= 5 &&
      typeRank(field) >= 4
    ) {
      kept[key] = projected(field, fields, `${path}.`);
    } else if (named === undefined && !include) kept[key] = field;
  }
  return kept;
}

export function updated(before: Fields, update: Fields, inserting = false): Fields {
  const after = clone(before);
  const steps = Object.entries(update).flatMap(([operator, fields]) =>
    Object.entries(fields as Fields).map(([path, operand]) => ({ operator, path, operand })),
  );
  const paths = steps.map(({ path }) => path);
  if (
    paths.some((path, index) =>
      paths.some(
        (other, place) => place !== index && (other === path || other.startsWith(`${path}.`)),
      ),
    )
  )
    throw new Failure(40);
  steps.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { operator, path, operand } of steps) {
    if (operator !== '$setOnInsert' || inserting)
      step(after, operator, path.split('.'), clone(operand));
  }
  if (print(after._id) !== print(before._id) && !inserting) throw new Failure(66);
  return after;
}

function step(at: any, operator: string, path: string[], operand: any): void {
  const [field = '', ...rest] = path;
  if (rest.length > 0) {
    if (at[field] === undefined && operator === '$unset') return;
    if (at[field] === undefined) at[field] = {};
    if (typeRank(at[field]) === 4) step(at[field], operator, rest, operand);
    else if (operator !== '$unset') throw new Failure(28);
    return;
  }
  const value = at[field];
  if (operator === '$unset') delete at[field];
  else if (operator === '$inc') {
    if (typeof operand !== 'number' || (value !== undefined && typeof value !== 'number'))
      throw new Failure(14);
    at[field] = (value ?? 0) + operand;
  } else if (operator === '$push') {
    if (value !== undefined && !Array.isArray(value)) throw new Failure(2);
    at[field] = [
      ...(value ?? []),
      ...(isOperators(operand) ? (operand.$each as unknown[]) : [operand]),
    ];
  } else at[field] = operand;
}

export function seedOf(filter: Fields): Fields {
  const equal = (part: Fields): [string, unknown][] =>
    Object.entries(part).flatMap(([path, operand]) => {
      if (path === '$and') return (operand as Fields[]).flatMap(equal);
      if (!isOperators(operand)) return [[path, operand] as [string, unknown]];
      return '$eq' in operand ? [[path, operand.$eq] as [string, unknown]] : [];
    });
  const pairs = equal(filter);
  return pairs.length === 0 ? {} : updated({}, { $set: Object.fromEntries(pairs) }, true);
}

export class NaiveCollection {
  documents: Fields[] = [];
  indexes: IndexKey[] = [];

  find(filter: Fields): Fields[] {
    return this.documents.filter((document) => matches(document, filter));
  }

  insert(document: Fields): void {
    this.#checkUnique(document, undefined);
    this.documents.push(clone(document));
  }

  /** @returns whether anything is different now */
  put(before: Fields, after: Fields): boolean {
    this.#checkUnique(after, before);
    this.documents[this.documents.indexOf(before)] = after;
    return print(before) !== print(after);
  }

  update(before: Fields, update: Fields): Fields {
    const after = updated(before, update);
    this.put(before, after);
    return after;
  }

  upsert(filter: Fields, update: Fields): Fields {
    const { _id, ...rest } = updated(seedOf(filter), update, true);
    const document = { _id: _id ?? new mongoose.Types.ObjectId(), ...rest };
    this.insert(document);
    return document;
  }

  delete(documents: readonly Fields[]): void {
    this.documents = this.documents.filter((document) => !documents.includes(document));
  }

  createIndex(index: IndexKey): void {
    const same = this.indexes.find(({ name }) => name === index.name);
    if (same !== undefined) {
      if (print(same) !== print(index)) throw new Failure(86);
      return;
    }
    for (const document of this.documents) this.#checkAgainst(index, document, document);
    this.indexes.push(index);
  }

  #checkUnique(document: Fields, instead: Fields | undefined): void {
    for (const index of [{ name: '_id_', key: { _id: 1 }, unique: true }, ...this.indexes])
      this.#checkAgainst(index, document, instead);
  }

  #checkAgainst(
    { unique, key, partial = {} }: IndexKey,
    document: Fields,
    instead: Fields | undefined,
  ): void {
    if (!unique || !matches(document, partial)) return;
    const taken = this.documents.some(
      (other) =>
        other !== instead &&
        matches(other, partial) &&
        Object.keys(key).every((path) => compare(get(other, path), get(document, path)) === 0),
    );
    if (taken) throw new Failure(11_000);
  }
}
