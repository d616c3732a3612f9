// What a sharded cluster forbids, or does otherwise, as rules on the commands that a client sends. No mongos can be had where the
// tests run, so each command of the integration tests is held to these. `responses` is sharded by the hash of its _id; the other
// collections stay on one shard, where nothing of this differs.
import type { mongo } from 'mongoose';
import { shapeOf } from './mongodb-plans.ts';

/** what the driver sends */
export type Command = Readonly<Record<string, any>>;

interface Rule {
  readonly says: string;
  /** where the manual says so */
  readonly source: string;
  readonly isBroken: (command: Command) => boolean;
}

const manual = 'https://www.mongodb.com/docs/manual';
export const shardKeys: Readonly<Record<string, string>> = { responses: '_id' };

/** commands that a mongos takes as a mongod does */
const routed = new Set(
  'find getMore killCursors insert update delete findAndModify create createIndexes ping hello endSessions'.split(
    ' ',
  ),
);

/** the only aggregation there is: mongos opens a change stream on every shard and puts their changes in order */
const isStream = (command: Command) =>
  'aggregate' in command && '$changeStream' in Object(command.pipeline[0]);

const statements = ({ updates, deletes }: Command): Command[] => updates ?? deletes ?? [];
const isOfMany = (one: Command) => one.multi === true || one.limit === 0;

/** The shard key that a command must name, as far as its collection has one. */
function keyOf(command: Command): string | undefined {
  return shardKeys[String(Object.values(command)[0])];
}

/** `{ key: value }` or `{ key: { $eq: value } }`: one shard has it. */
function isOne(filter: Command, key: string): boolean {
  const value = filter[key];
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return '$eq' in value || !Object.keys(value).some((name) => name.startsWith('$'));
}

export const shardingRules: Readonly<Record<string, Rule>> = {
  'known command': {
    says: 'only commands that are known to be routed',
    source: `${manual}/core/sharded-cluster-requirements/`,
    isBroken: (command) => !routed.has(Object.keys(command)[0] ?? '') && !isStream(command),
  },
  'one document': {
    says: 'updateOne and deleteOne name the shard key',
    source: `${manual}/core/sharded-cluster-requirements/`,
    isBroken: (command) => {
      const key = keyOf(command);
      return (
        key !== undefined && statements(command).some((one) => !isOfMany(one) && !isOne(one.q, key))
      );
    },
  },
  'find and modify': {
    says: 'findAndModify names the shard key by equality',
    source: `${manual}/core/sharded-cluster-requirements/`,
    isBroken: (command) => {
      const key = keyOf(command);
      return 'findAndModify' in command && key !== undefined && !isOne(command.query ?? {}, key);
    },
  },
  upsert: {
    says: 'an upsert names the whole shard key by equality',
    source: `${manual}/reference/method/db.collection.updateOne/`,
    isBroken: (command) => {
      const key = keyOf(command);
      const upserts = [command, ...statements(command)].filter((one) => one.upsert === true);
      return key !== undefined && upserts.some((one) => !isOne(one.q ?? one.query ?? {}, key));
    },
  },
  'key stays': {
    says: 'no update changes the shard key',
    source: `${manual}/core/sharding-change-shard-key-value/`,
    isBroken: (command) => {
      const key = keyOf(command);
      const changes = [command.update, ...statements(command).map(({ u }) => u)];
      return (
        key !== undefined &&
        changes.some((change) => Object.values(change ?? {}).some((set) => key in Object(set)))
      );
    },
  },
  'unique index': {
    says: 'a unique index begins with the shard key; a hashed one cannot be unique',
    source: `${manual}/core/sharding-shard-key-indexes/`,
    isBroken: (command) =>
      'createIndexes' in command &&
      keyOf(command) !== undefined &&
      command.indexes.some(({ unique }: Command) => unique === true),
  },
  capped: {
    says: 'no collection is capped: it could not be sharded',
    source: `${manual}/core/capped-collections/`,
    isBroken: (command) => 'create' in command && command.capped === true,
  },
  transaction: {
    says: 'no transaction: each acceptance is one write to one document',
    source: `${manual}/core/transactions-sharded-clusters/`,
    isBroken: (command) => 'startTransaction' in command || 'autocommit' in command,
  },
  'many are not retried': {
    says: 'a write to many documents is not one that the driver repeats by itself',
    source: `${manual}/core/retryable-writes/`,
    isBroken: (command) => 'txnNumber' in command && statements(command).some(isOfMany),
  },
  'code in a query': {
    says: 'no $where, $function or $accumulator',
    source: `${manual}/core/sharded-cluster-requirements/`,
    isBroken: (command) => /"\$(where|function|accumulator)"/.test(JSON.stringify(command)),
  },
  'a write is durable': {
    says: 'a write asks for a majority and its journal',
    source: `${manual}/reference/write-concern/`,
    isBroken: (command) =>
      ['insert', 'update', 'delete', 'findAndModify'].some((kind) => kind in command) &&
      !(command.writeConcern?.w === 'majority' && command.writeConcern.j === true),
  },
  'a read stays true': {
    says: 'a read asks for what a majority has',
    source: `${manual}/reference/read-concern-majority/`,
    isBroken: (command) => 'find' in command && command.readConcern?.level !== 'majority',
  },
};

/** The names of the rules that a command breaks. */
export function brokenBy(command: Command): string[] {
  return Object.entries(shardingRules).flatMap(([name, { isBroken }]) =>
    isBroken(command) ? [name] : [],
  );
}

/** Goes to every shard: works, and costs as many times more as there are shards. */
export function isForAllShards(command: Command): boolean {
  const key = keyOf(command);
  if (key === undefined || !['find', 'update', 'delete'].some((kind) => kind in command))
    return false;
  const filters =
    'find' in command ? [command.filter ?? {}] : statements(command).map(({ q }) => q);
  return filters.some((filter: Command) => !isOne(filter, key) && !Array.isArray(filter[key]?.$in));
}

/** each shape of command that was sent in the name of the server, once */
export const sentToShards = new Map<string, Command>();

export function noteForShards(command: mongo.Document): void {
  const [kind = ''] = Object.keys(command);
  const shape = shapeOf(command) ?? `${command[kind]}: ${kind}`;
  const known = sentToShards.get(shape);
  // one that breaks a rule is worth more than one that does not
  if (!known || brokenBy(known).length === 0) sentToShards.set(shape, command);
}
