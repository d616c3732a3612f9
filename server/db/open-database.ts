// Opens the database on one of its two engines: MongoDB when an address is given, else the embedded one in DATA_DIR.
import { Mongoose } from 'mongoose';
import { type Database, modelsOn } from './database.ts';
import { ensureIndexes } from './ensure-indexes.ts';

export interface DatabaseOptions {
  readonly mongodbUri?: string | undefined;
  readonly dataDir: string;
}

/** Connects and builds all indexes. Each database has a mongoose of its own, so that several can be open in one process. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.mongodbUri === undefined) throw new Error('the embedded database is not built yet');
  return openMongodb(options.mongodbUri);
}

async function openMongodb(uri: string): Promise<Database> {
  const mongoose = new Mongoose();
  const connection = await mongoose
    .createConnection(uri, { serverSelectionTimeoutMS: 10_000, autoCreate: false })
    .asPromise();
  const models = modelsOn(connection);
  await ensureIndexes(models);
  return {
    ...models,
    engine: 'mongodb',
    connection,
    ping: async () => {
      await connection.db?.command({ ping: 1 });
    },
    close: () => connection.close(),
  };
}
