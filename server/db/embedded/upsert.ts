// The document that an upsert inserts: what the filter demands by equality, then what the update says.
import { mongo } from 'mongoose';
import { type EncodedObject, encodeDocument, encodeScalar } from './encode.ts';
import { refuse } from './errors.ts';
import { type Filter, isOperators } from './filter.ts';
import { applyUpdate, compileUpdate, type Update } from './update.ts';

/** Refuses a filter whose upsert would be a guess, whether or not it comes to inserting. */
export function checkSeed(filter: Filter): void {
  equalitiesOf(filter);
}

export function seedFrom(filter: Filter, update: Update): EncodedObject {
  const seed: EncodedObject = {};
  const equalities = Object.fromEntries(equalitiesOf(filter));
  if (Object.keys(equalities).length > 0)
    applyUpdate(seed, compileUpdate({ $set: equalities }), true);
  applyUpdate(seed, update, true);
  return withId(seed);
}

/** A replacement keeps only the `_id` that the filter names. */
export function replacementFrom(filter: Filter, replacement: EncodedObject): EncodedObject {
  const id = equalitiesOf(filter).find(([path]) => path === '_id')?.[1];
  return withId(id === undefined ? replacement : { _id: encodeScalar(id, '_id'), ...replacement });
}

function withId(document: EncodedObject): EncodedObject {
  const { _id, ...rest } = document;
  return { _id: _id ?? encodeScalar(new mongo.ObjectId(), '_id'), ...rest };
}

function equalitiesOf(filter: Filter): readonly (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([key, operand]) => {
    if (key === '$and') return (operand as readonly Filter[]).flatMap(equalitiesOf);
    if (key === '$or') return refuse('$or in the filter of an upsert');
    if (!isOperators(operand)) return [[key, operand] as const];
    if (Object.hasOwn(operand, '$in')) return refuse('$in in the filter of an upsert');
    return Object.hasOwn(operand, '$eq') ? [[key, operand.$eq] as const] : [];
  });
}

/** A replacement has no operators, and keeps the `_id` of what it replaces. */
export function encodeReplacement(replacement: object): EncodedObject {
  const operator = Object.keys(replacement).find((key) => key.startsWith('$'));
  if (operator !== undefined)
    throw new TypeError(`Replacement document must not contain atomic operators (${operator})`);
  return encodeDocument(replacement);
}
