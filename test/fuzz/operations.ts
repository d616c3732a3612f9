// Random operations, as data: the same list can be run on any engine, shortened and printed.
import mongoose from 'mongoose';
import type { IndexKey } from './naive-collection.ts';
import type { Random } from './random.ts';
import type { Fields } from './values.ts';

export type Operation =
  | { readonly kind: 'insertOne'; readonly document: Fields }
  | { readonly kind: 'insertMany'; readonly documents: Fields[]; readonly ordered: boolean }
  | {
      readonly kind: 'updateOne' | 'updateMany';
      readonly filter: Fields;
      readonly update: Fields;
      readonly upsert: boolean;
    }
  | {
      readonly kind: 'replaceOne';
      readonly filter: Fields;
      readonly replacement: Fields;
      readonly upsert: boolean;
    }
  | {
      readonly kind: 'findOneAndUpdate';
      readonly filter: Fields;
      readonly update: Fields;
      readonly sort: Fields;
      readonly returnDocument: 'before' | 'after';
      readonly upsert: boolean;
    }
  | { readonly kind: 'deleteOne' | 'deleteMany'; readonly filter: Fields }
  | { readonly kind: 'bulkWrite'; readonly writes: Operation[]; readonly ordered: boolean }
  | {
      readonly kind: 'find';
      readonly filter: Fields;
      readonly sort: Fields;
      readonly limit: number;
      readonly projection: Fields;
    }
  | { readonly kind: 'count'; readonly filter: Fields }
  | { readonly kind: 'createIndex'; readonly index: IndexKey }
  | { readonly kind: 'dropIndex'; readonly name: string }
  | { readonly kind: 'reopen' };

const ids = [
  1,
  2,
  3,
  1.5,
  'a',
  'b',
  'ก',
  '1',
  '',
  true,
  new Date(1),
  new mongoose.Types.ObjectId('64b7f0c2a1b2c3d4e5f60718'),
];
const scalars = [
  null,
  0,
  1,
  2,
  -1,
  1.5,
  1e9,
  2 ** 53 - 1,
  2 ** 60,
  -(2 ** 40),
  '',
  'a',
  'A',
  'b',
  'ก',
  'ข',
  'a\0',
  'a\x01',
  '1',
  'true',
  '{',
  '{"p":1}',
  '[1]',
  "it's",
  '📷',
  '\ufffe',
  '\u{10FFFF}',
  '\u{10FFFF}51',
  '\u{10FFFF}0a',
  true,
  false,
  new Date(0),
  new Date(-1),
  new Date(1),
  new Date('2026-11-23'),
  new Date('0001-01-01'),
  new mongoose.Types.ObjectId('64b7f0c2a1b2c3d4e5f60718'),
  new mongoose.Types.ObjectId('000000000000000000000001'),
];
const paths = ['a', 'b', 'c', 'o.p', 'o.q'];
const ranges = ['$lt', '$lte', '$gt', '$gte'];

export function randomOperations(random: Random, count: number): Operation[] {
  return Array.from({ length: count }, () => randomOperation(random));
}

function randomOperation(random: Random): Operation {
  const roll = random.whole(100);
  if (roll < 40) return randomWrite(random);
  if (roll < 48)
    return {
      kind: 'insertMany',
      documents: some(random, 6, aDocument),
      ordered: random.chance(0.4),
    };
  if (roll < 55)
    return { kind: 'bulkWrite', writes: some(random, 5, randomWrite), ordered: random.chance(0.5) };
  if (roll < 62) return findOneAndUpdate(random);
  if (roll < 82) return find(random);
  if (roll < 87) return { kind: 'count', filter: aFilter(random) };
  if (roll < 96) return { kind: 'createIndex', index: anIndex(random) };
  if (roll < 99) return { kind: 'dropIndex', name: nameOf(someKey(random)) };
  return { kind: 'reopen' };
}

function randomWrite(random: Random): Operation {
  const roll = random.whole(100);
  if (roll < 35) return { kind: 'insertOne', document: aDocument(random) };
  const filter = aFilter(random);
  if (roll < 70)
    return {
      kind: random.chance(0.7) ? 'updateOne' : 'updateMany',
      filter,
      update: anUpdate(random),
      upsert: random.chance(0.3),
    };
  if (roll < 82)
    return { kind: 'replaceOne', filter, replacement: fields(random), upsert: random.chance(0.3) };
  return { kind: random.chance(0.8) ? 'deleteOne' : 'deleteMany', filter };
}

function findOneAndUpdate(random: Random): Operation {
  return {
    kind: 'findOneAndUpdate',
    filter: aFilter(random),
    update: anUpdate(random),
    sort: aSort(random),
    returnDocument: random.pick(['before', 'after'] as const),
    upsert: random.chance(0.2),
  };
}

function find(random: Random): Operation {
  const limit = random.chance(0.3) ? 1 + random.whole(5) : 0;
  return {
    kind: 'find',
    filter: aFilter(random),
    sort: aSort(random),
    limit,
    projection: aProjection(random),
  };
}

function some<T>(random: Random, most: number, make: (random: Random) => T): T[] {
  return Array.from({ length: 1 + random.whole(most) }, () => make(random));
}

function aDocument(random: Random): Fields {
  return { _id: random.chance(0.5) ? random.pick(ids) : random.whole(60), ...fields(random) };
}

function fields(random: Random): Fields {
  const made: Fields = {};
  for (const field of ['a', 'b', 'c']) if (random.chance(0.7)) made[field] = random.pick(scalars);
  if (random.chance(0.6)) made.o = random.chance(0.85) ? inner(random) : random.pick(scalars);
  if (random.chance(0.4))
    made.l = some(random, 3, (random) =>
      random.chance(0.5) ? random.pick(scalars) : { x: random.pick(scalars), y: 1 },
    );
  return made;
}

function inner(random: Random): Fields {
  const made: Fields = {};
  for (const field of ['p', 'q', 'r']) if (random.chance(0.6)) made[field] = random.pick(scalars);
  return made;
}

function aFilter(random: Random): Fields {
  if (random.chance(0.1)) return {};
  if (random.chance(0.25)) return { _id: random.chance(0.5) ? random.pick(ids) : random.whole(60) };
  if (random.chance(0.1)) return { [random.pick(['$or', '$and'])]: some(random, 3, condition) };
  return Object.assign({}, ...some(random, 2, condition));
}

function condition(random: Random): Fields {
  // `o` itself may hold an object: it is asked for, never an index's or an order's
  const path = random.pick(random.chance(0.2) ? ['_id', 'o'] : paths);
  return { [path]: random.chance(0.4) ? random.pick(scalars) : operators(random) };
}

function operators(random: Random): Fields {
  const roll = random.whole(100);
  const bound = random.pick(scalars.slice(1));
  if (roll < 40) return { [random.pick(ranges)]: bound };
  if (roll < 55) return { $gte: bound, $lt: random.pick(scalars.slice(1)) };
  if (roll < 70)
    return { [random.pick(['$in', '$nin'])]: some(random, 4, () => random.pick(scalars)) };
  if (roll < 85) return { [random.pick(['$eq', '$ne'])]: random.pick(scalars) };
  return { $exists: random.chance(0.5) };
}

function anUpdate(random: Random): Fields {
  const made: { [operator: string]: Fields } = {};
  for (const [operator, operand] of some(random, 3, aStep))
    made[operator] = { ...made[operator], ...operand };
  return made;
}

function aStep(random: Random): [string, Fields] {
  const path = random.pick([...paths, 'new', 'n.m', 'zz', 'aa']);
  const roll = random.whole(100);
  if (roll < 45)
    return ['$set', random.chance(0.05) ? { o: inner(random) } : { [path]: random.pick(scalars) }];
  if (roll < 60) return ['$inc', { [path]: random.pick([1, -2, 0.5, 1e10]) }];
  if (roll < 75) return ['$unset', { [path]: 1 }];
  if (roll < 88)
    return [
      '$push',
      {
        l: random.chance(0.5)
          ? random.pick(scalars)
          : { $each: some(random, 3, () => random.pick(scalars)) },
      },
    ];
  return ['$setOnInsert', { [path]: random.pick(scalars) }];
}

function aSort(random: Random): Fields {
  const sort: Fields = {};
  for (const path of some(random, 2, () => random.pick(paths))) sort[path] = random.pick([1, -1]);
  return { ...(random.chance(0.8) ? sort : {}), _id: random.pick([1, -1]) };
}

function aProjection(random: Random): Fields {
  const wanted = random.pick([0, 1, 1]);
  if (random.chance(0.5)) return {};
  const named = [...new Set(some(random, 3, () => random.pick([...paths, 'l', 'l.x', 'none'])))];
  const clash = named.some((path) => named.some((other) => other.startsWith(`${path}.`)));
  const projection = Object.fromEntries(
    (clash ? named.slice(0, 1) : named).map((path) => [path, wanted]),
  );
  return random.chance(0.2) ? { ...projection, _id: 0 } : projection;
}

function someKey(random: Random): Fields {
  const key: Fields = {};
  for (const path of some(random, 2, () => random.pick(paths))) key[path] = random.pick([1, -1]);
  return key;
}

const nameOf = (key: Fields): string => Object.entries(key).flat().join('_');

function anIndex(random: Random): IndexKey {
  const key = someKey(random);
  const index = { name: nameOf(key), key, unique: random.chance(0.3) };
  const partial = random.pick([
    { a: { $exists: true } },
    { b: { $gt: 0 } },
    { c: 'a' },
    { a: { $lte: 'ก' }, b: 1 },
  ]);
  return random.chance(0.25) ? { ...index, partial } : index;
}
