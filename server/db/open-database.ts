// Opens the database on one of its two engines: MongoDB when an address is given, else the embedded one in DATA_DIR.
import { setTimeout as wait } from 'node:timers/promises';
import mongoose, { type Connection, type Model, Mongoose } from 'mongoose';
import type { Busy, Collection, Damage, Database, OpenDatabase } from './database.ts';
import { durable } from './durability.ts';
import { embeddedBusy } from './embedded/busy.ts';
import { DamageWatch } from './embedded/damage-watch.ts';
import { embeddedMongoose } from './embedded/driver.ts';
import { sweepExpired } from './embedded/expiry.ts';
import { lookThrough } from './embedded/look-through.ts';
import { fileName } from './embedded/open-file.ts';
import { openingFailure } from './embedded/opening-failure.ts';
import { type ReadById, readById } from './embedded/read-by-id.ts';
import { allSetAside } from './embedded/set-aside.ts';
import { type OnStatement, type SlowStatement, SqliteStore } from './embedded/store.ts';
import { ensureIndexes } from './ensure-indexes.ts';
import { mongodbBusy } from './mongodb-busy.ts';
import { fewTrips } from './network-trips.ts';
import { throughElection } from './through-election.ts';
import { watch } from './watch.ts';

export type OnCommand = (command: Readonly<Record<string, unknown>>) => void;

export interface DatabaseOptions {
  readonly mongodbUri?: string | undefined;
  readonly dataDir: string;
  /** how many acknowledged writes may be missing, when whoever starts it has said so (embedded only) */
  readonly acceptLoss?: number | undefined;
  /** nothing is written, not even indexes: it may be open elsewhere */
  readonly readOnly?: boolean | undefined;
  /** nobody waits while it writes: it may take its time, and more memory (embedded only) */
  readonly servesNobody?: boolean | undefined;
  /** told of every statement (embedded only) and command (MongoDB only): the tests explain them */
  readonly onStatement?: OnStatement | undefined;
  readonly onCommand?: OnCommand | undefined;
  /** told of statements that stopped the event loop for more than 50 ms (embedded only) */
  readonly onSlow?: ((slow: SlowStatement) => void) | undefined;
  /** told in a sentence what takes long at the start, and what may matter later */
  readonly onNotice?: ((sentence: string) => void) | undefined;
  /** told of what fails in the background (embedded only: forgetting what has expired) */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Connects and builds all indexes. Each database has a mongoose of its own, so that several can be open in one process. */
export async function openDatabase(
  options: DatabaseOptions,
  collections: Readonly<Record<string, Collection<unknown>>>,
): Promise<OpenDatabase> {
  const opened = await openConnection(options);
  const { connection, engine, others, damage, busy, standing, read, close } = opened;
  const model = modelsOn(connection);
  const ping = sharedPing(connection);
  try {
    const models = Object.values(collections).map((one) => model(one));
    if (!options.readOnly)
      await throughElection(() => ensureIndexes(models), { withinMs: startWithinMs });
  } catch (error) {
    await close();
    throw openingRefusal(error, options);
  }
  const byId = read ? byIdOf(read) : fewTrips(model);
  const withoutTraces = opened.withoutTraces ?? (async () => undefined);
  const members = { engine, connection, others, damage, busy, standing };
  return { ...members, model, byId, withoutTraces, ping, close };
}

/** how long a start waits for a database that is being started or elected */
const startWithinMs = 15_000;
const waiting = `The database does not answer yet: it is asked again for ${startWithinMs / 1000} s.`;
/** who asks whether it is ready wants to know soon */
const pingMs = 150;
const silent = Symbol('silent');

/** Who asks while another asks, hears the same answer: when the database hangs, one question hangs with it */
function sharedPing(connection: Connection): Database['ping'] {
  let asked: Promise<unknown> | undefined;
  return async () => {
    asked ??= connection.db?.command({ ping: 1 }).finally(() => {
      asked = undefined;
    });
    const answer = await Promise.race([asked, wait(pingMs, silent, { ref: false })]);
    if (answer === silent)
      throw new mongoose.Error.MongooseServerSelectionError('no answer to a ping');
  };
}

/** The models on one connection, each made once. Schemas are shared; nothing is registered globally. */
export function modelsOn(connection: Connection): Database['model'] {
  const known = new Map<Collection<unknown>, unknown>();
  return <T>(collection: Collection<T>) => {
    const model = known.get(collection) ?? connection.model(collection.name, collection.schema);
    known.set(collection, model);
    return model as Model<T>; // a collection's schema describes the documents its type names
  };
}

/** The embedded engine is no way off. */
function byIdOf(read: ReadById): Database['byId'] {
  return async <T>(collection: Collection<T>, id: string) => {
    const document = await read(String(collection.schema.get('collection')), id);
    return document as Readonly<T> | null; // the engine holds documents as the model's type says
  };
}

/** A failure of the embedded database's file in words, where there are some: at opening it, or at the first reads of it. */
export function openingRefusal(error: unknown, { mongodbUri, dataDir }: DatabaseOptions): unknown {
  return mongodbUri === undefined ? openingFailure(error, dataDir, fileName) : error;
}

const undamaged: Damage = {
  examined: Promise.resolve(),
  mended: Promise.resolve(),
  setAside: () => [],
  lookThrough: async () => [],
  onSetAside: () => undefined,
  settle: async () => undefined,
};

export interface Opened {
  readonly connection: Connection;
  readonly engine: Database['engine'];
  readonly others: Database['others'];
  readonly damage: Damage;
  readonly busy: Busy;
  readonly standing?: OpenDatabase['standing'];
  /** by the engine itself, where all writes come from this process */
  readonly read?: ReadById;
  readonly withoutTraces?: () => Promise<void>;
  close(): Promise<void>;
}

/** The bare connection, without models: the tests of the engines open it too. */
export async function openConnection(options: DatabaseOptions): Promise<Opened> {
  const { mongodbUri } = options;
  return mongodbUri === undefined ? openEmbedded(options) : openMongodb(mongodbUri, options);
}

interface Connecting {
  readonly monitorCommands?: boolean;
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/** Waits for a server that is being started or elected. */
export function connectToMongodb(
  uri: string,
  { monitorCommands = false, onNotice = () => undefined }: Connecting = {},
): Promise<Connection> {
  const options = { ...durable, autoCreate: false, autoIndex: false, monitorCommands };
  return throughElection(() => new Mongoose().createConnection(uri, options).asPromise(), {
    withinMs: startWithinMs,
    onFirstFailure: () => onNotice(waiting),
  });
}

async function openMongodb(uri: string, { onCommand, onNotice }: DatabaseOptions): Promise<Opened> {
  const monitorCommands = onCommand !== undefined;
  const connection = await connectToMongodb(uri, { monitorCommands, onNotice });
  if (onCommand) connection.getClient().on('commandStarted', ({ command }) => onCommand(command));
  const busy = mongodbBusy(connection.getClient());
  const others = await throughElection(() => othersOn(connection), { withinMs: startWithinMs });
  const close = () => connection.close();
  return { connection, engine: 'mongodb', others, damage: undamaged, busy, close };
}

/** A server by itself keeps no history of its changes. */
async function othersOn(connection: Connection): Promise<Database['others']> {
  const hello = async () => (await connection.db?.command({ hello: 1 })) ?? {};
  const { setName, msg } = await hello();
  if (setName !== undefined || msg === 'isdbgrid')
    return {
      kind: 'told',
      watch: (watched, after) => watch(connection, watched, after),
      numberOf: (collection) => numberOf(connection, String(collection.schema.get('collection'))),
    };
  return { kind: 'asked', time: async () => (await hello()).localTime as Date };
}

async function numberOf({ db }: Connection, name: string): Promise<string | undefined> {
  const [found] = (await db?.listCollections({ name }).toArray()) ?? [];
  const { uuid } = (found as mongoose.mongo.CollectionInfo | undefined)?.info ?? {};
  return uuid?.toString();
}

const alone = { kind: 'none' } as const;

async function openEmbedded(options: DatabaseOptions): Promise<Opened> {
  const { dataDir, readOnly, onError = () => undefined } = options;
  const store = new SqliteStore(options);
  const standing = { atOpen: store.standing, now: () => store.standing };
  const mongoose = embeddedMongoose(store);
  mongoose.set('autoCreate', false);
  mongoose.set('autoIndex', false);
  const connection = await mongoose.createConnection('embedded').asPromise();
  const busy = embeddedBusy(store, dataDir);
  if (readOnly) {
    const damage = {
      ...undamaged,
      setAside: () => allSetAside(store),
      lookThrough: () => lookThrough(dataDir),
    };
    return {
      connection,
      engine: 'embedded',
      others: alone,
      damage,
      busy,
      close: () => connection.close(),
    };
  }
  const damage = new DamageWatch(store, dataDir, onError);
  const stopSweeping = sweepExpired(store, onError);
  const close = async (): Promise<void> => {
    stopSweeping();
    await damage.end();
    await connection.close();
  };
  const read = readById(store);
  const withoutTraces = () => store.writes.emptyLog();
  const engine = 'embedded';
  const members = { connection, engine, others: alone, damage, busy, standing } as const;
  return { ...members, read, withoutTraces, close };
}
