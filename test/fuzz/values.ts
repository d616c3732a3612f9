// Values as MongoDB sees them: their types, their order, their identity. Written from its documentation, not from the engine.
import mongoose from 'mongoose';

export type Fields = { [field: string]: unknown };

const { ObjectId } = mongoose.Types;

/** https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
export function typeRank(value: unknown): number {
  if (value === null || value === undefined) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (value instanceof ObjectId) return 7;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  return Array.isArray(value) ? 5 : 4;
}

export function compare(a: unknown, b: unknown): number {
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  if (a instanceof ObjectId)
    return a.toHexString() < String(b) ? -1 : a.toHexString() > String(b) ? 1 : 0;
  const [x, y] = [Number(a ?? 0), Number(b ?? 0)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return new Date(value) as T;
  if (value instanceof ObjectId) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, clone(field)])) as T;
}

/** A text that is the same exactly when two values are the same, field order included. */
export function print(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (value instanceof ObjectId) return `ObjectId(${value.toHexString()})`;
  if (Array.isArray(value)) return `[${value.map(print).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}:${print(field)}`,
  );
  return `{${fields.join(',')}}`;
}

export function get(document: unknown, path: string): unknown {
  let at: any = document;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || typeRank(at) !== 4 || !Object.hasOwn(at, step))
      return undefined;
    at = at[step];
  }
  return at;
}
