// The mongoose driver: mongoose's own Connection and Collection over stand-ins for the driver's client and database.
import { Mongoose, STATES } from 'mongoose';
import { EmbeddedCollection } from './collection.ts';
import { databaseName, refuse } from './errors.ts';
import type { SqliteStore } from './store.ts';
import { nativeDriver } from './write-results.ts';

class EmbeddedDb {
  readonly databaseName = databaseName;
  readonly #store: SqliteStore;
  readonly #collections = new Map<string, EmbeddedCollection>();

  constructor(store: SqliteStore) {
    this.#store = store;
  }

  collection(name: string): EmbeddedCollection {
    const known = this.#collections.get(name) ?? new EmbeddedCollection(this.#store, name);
    this.#collections.set(name, known);
    return known;
  }

  async createCollection(name: string): Promise<EmbeddedCollection> {
    await this.#store.writes.write(() => this.#store.create(name));
    return this.collection(name);
  }

  listCollections(): { toArray(): Promise<readonly { name: string }[]> } {
    return { toArray: async () => this.#store.collectionNames().map((name) => ({ name })) };
  }

  dropCollection(name: string): Promise<boolean> {
    return this.collection(name).drop();
  }

  async dropDatabase(): Promise<boolean> {
    for (const name of this.#store.collectionNames()) await this.dropCollection(name);
    return true;
  }

  async command(command: object): Promise<{ ok: 1 }> {
    if (!('ping' in command)) refuse(Object.keys(command)[0] ?? 'an empty command', 'command');
    this.#store.get({ sql: 'SELECT name FROM _collections LIMIT 1', values: [] });
    if (this.#store.writes.failed) throw this.#store.writes.failed;
    return { ok: 1 };
  }
}

class EmbeddedClient {
  readonly #store: SqliteStore;
  readonly #db: EmbeddedDb;

  constructor(store: SqliteStore) {
    this.#store = store;
    this.#db = new EmbeddedDb(store);
  }

  db(): EmbeddedDb {
    return this.#db;
  }

  startSession(): never {
    return refuse('sessions and transactions');
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

/** The members of mongoose's connection that a driver sets. */
interface Connecting {
  readyState: number;
  name: string;
  client: unknown;
  db: unknown;
  _connectionString: string;
  _closeCalled: boolean;
  collections: Readonly<Record<string, { onOpen(): void }>>;
  onOpen(): void;
}

/** A mongoose of its own whose connections all lead to this store. */
export function embeddedMongoose(store: SqliteStore): Mongoose {
  const mongoose = new Mongoose();
  class EmbeddedConnection extends mongoose.Connection {
    async createClient(uri: string): Promise<this> {
      connect(this as unknown as Connecting, uri, new EmbeddedClient(store));
      return this;
    }
  }
  const { Collection } = mongoose as unknown as { Collection: unknown };
  mongoose.setDriver({ ...nativeDriver, Connection: EmbeddedConnection, Collection });
  return mongoose;
}

function connect(connection: Connecting, uri: string, client: EmbeddedClient): void {
  connection.readyState = STATES.connecting;
  connection._connectionString = uri;
  connection.client = client;
  connection.db = client.db();
  connection.name = databaseName;
  connection._closeCalled = false;
  connection.onOpen();
  for (const collection of Object.values(connection.collections)) collection.onOpen();
}
