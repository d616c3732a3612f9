// The engines that tests of the database run on: the embedded one always, MongoDB where MONGODB_URI names a server or one can be
// started. Where there is none, its tests are pending, so that the sums show it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, type Model, Schema } from 'mongoose';
import { bindingName } from '../../server/db/embedded/binding.ts';
import { openConnection } from '../../server/db/open-database.ts';
import { mongodPath } from './find-mongod.mjs';
import { startMongod } from './start-mongod.mjs';

export interface Engine {
  readonly name: string;
  /** a database of its own, empty */
  open(): Promise<OpenEngine>;
}

export interface OpenEngine {
  readonly engine: 'embedded' | 'mongodb';
  readonly connection: Connection;
  readonly options: { readonly mongodbUri?: string; readonly dataDir: string };
  /** closes it and removes what it kept */
  drop(): Promise<void>;
}

/** Any fields at all: what is sent is what the engine gets. */
export type Loose = Model<{ _id: any; [field: string]: any }>;

/** Defines the same tests on every engine. `given()` is the open database, inside of tests and hooks only. */
export function onEachEngine(title: string, define: (given: () => OpenEngine) => void): void {
  for (const engine of engines) {
    describe(`${title} on ${engine.name}`, () => {
      let open: OpenEngine | undefined;
      before(async function () {
        this.timeout(30_000);
        open = await engine.open();
      });
      after(() => open?.drop());
      define(() => {
        if (open === undefined) throw new Error('the engine is not open yet');
        return open;
      });
    });
  }
  if (!mongodb) describe.skip(`${title} on MongoDB`, () => define(() => never()));
}

/** A model without rules on a collection of its own. */
export function looseModel({ connection }: OpenEngine): Loose {
  const collection = `c${randomBytes(6).toString('hex')}`;
  const options = { collection, strict: false, versionKey: false, minimize: false } as const;
  return connection.model(
    collection,
    new Schema({ _id: Schema.Types.Mixed }, options),
  ) as unknown as Loose;
}

function never(): never {
  throw new Error('there is no MongoDB server');
}

async function openEmbedded(): Promise<OpenEngine> {
  const options = { dataDir: mkdtempSync(join(tmpdir(), 'rabfang-engine-')) };
  const { connection, close } = await openConnection(options);
  const drop = async () => {
    await close();
    rmSync(options.dataDir, { recursive: true, force: true });
  };
  return { engine: 'embedded', connection, options, drop };
}

async function openMongodb(): Promise<OpenEngine> {
  const address = new URL(await mongodbAddress());
  address.pathname = `/rabfang-engine-${randomBytes(6).toString('hex')}`;
  const options = { mongodbUri: address.href, dataDir: '' };
  const { connection, close } = await openConnection(options);
  const drop = async () => {
    await connection.dropDatabase();
    await close();
  };
  return { engine: 'mongodb', connection, options, drop };
}

let started: ReturnType<typeof startMongod> | undefined;

async function mongodbAddress(): Promise<string> {
  if (process.env.MONGODB_URI) return process.env.MONGODB_URI;
  const path = mongodPath();
  if (path === undefined) return never();
  started ??= startMongod(path);
  return (await started).uri;
}

// a hook of the run, not of one file: the server serves all of them
if (typeof after === 'function') after(async () => (await started)?.stop());

const mongodb = Boolean(process.env.MONGODB_URI) || mongodPath() !== undefined;
const embeddedName = `the embedded engine (${bindingName})`;

export const engines: readonly Engine[] = [
  { name: embeddedName, open: openEmbedded },
  ...(mongodb ? [{ name: 'MongoDB', open: openMongodb }] : []),
];

process.stdout.write(`Database engines: ${engines.map(({ name }) => name).join(', ')}\n`);
if (!mongodb)
  process.stdout.write(
    'Not MongoDB: give MONGODB_URI, or MONGOD=/path/to/mongod, or put mongod on the PATH.\n',
  );
