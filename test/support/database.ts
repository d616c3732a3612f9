// A database for one test file: on the engine that ENGINE names, empty, gone afterwards.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { asTheServer, commandsOf, onStatement } from './sent-queries.ts';

export interface TestDatabase {
  readonly db: OpenDatabase;
  /** where its file lies (embedded only) */
  readonly dataDir: string;
  /** where it lies (MongoDB only), for who opens it once more */
  readonly uri?: string;
  /** closes it and removes what it kept */
  drop(): Promise<void>;
}

export async function openTestDatabase(): Promise<TestDatabase> {
  return process.env.ENGINE === 'mongodb' ? onMongodb() : embedded();
}

async function embedded(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rabfang-data-'));
  const db = await openDatabase({ dataDir, onStatement }, collections);
  const drop = async () => {
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { db, dataDir, drop };
}

async function onMongodb(): Promise<TestDatabase> {
  const { MONGODB_URI } = process.env;
  if (!MONGODB_URI) throw new Error('ENGINE=mongodb needs MONGODB_URI');
  const name = `rabfang-test-${randomBytes(6).toString('hex')}`;
  // a list of members is no URL
  const mongodbUri = MONGODB_URI.replace(/^(mongodb(?:\+srv)?:\/\/[^/]+)\/?[^?]*/, `$1/${name}`);
  const { onCommand, explain } = commandsOf();
  const options = { mongodbUri, dataDir: '', onCommand };
  const db = await asTheServer(() => openDatabase(options, collections));
  const drop = async () => {
    if (db.connection.db) await explain(db.connection.db);
    await db.connection.dropDatabase();
    await db.close();
  };
  return { db, dataDir: '', uri: mongodbUri, drop };
}
