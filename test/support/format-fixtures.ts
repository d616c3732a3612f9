// The fixtures of formats: what each holds, opened on the engine that ENGINE names.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openConnection, openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { onStatement } from './sent-queries.ts';
import type { StoredShape } from './stored-shape.ts';
import type { whatIsThere } from './what-is-there.ts';

export const fixturesFolder = fileURLToPath(new URL('../fixtures/formats', import.meta.url));

type There = Awaited<ReturnType<typeof whatIsThere>>;

/** as make-format-fixture.ts wrote it */
export interface Expected extends There {
  /** whose code made it */
  readonly commit: string;
  /** it began as a demonstration */
  readonly demo: boolean;
}

/** their names, oldest first */
export const formatFixtures: readonly string[] = readdirSync(fixturesFolder, {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export function expectedOf(fixture: string): Expected {
  return JSON.parse(readFileSync(join(fixturesFolder, fixture, 'expected.json'), 'utf8'));
}

/** undefined: it was made by a tree that could not say */
export function storedShapeOf(fixture: string): StoredShape | undefined {
  const file = join(fixturesFolder, fixture, 'shape.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A copy of its folder, to be removed by who asked. */
export function unpack(fixture: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-format-'));
  const from = join(fixturesFolder, fixture);
  for (const name of readdirSync(from).filter((one) => one.endsWith('.gz')))
    writeFileSync(join(folder, name.slice(0, -3)), gunzipSync(readFileSync(join(from, name))));
  return folder;
}

/** Its documents, as they were stored, without a step taken. */
export async function openFixture(fixture: string): Promise<TestDatabase> {
  const folder = unpack(fixture);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (process.env.ENGINE === 'mongodb') return await onMongodb(folder).finally(remove);
  const db = await openDatabase({ dataDir: folder, onStatement }, collections);
  const drop = async () => {
    await db.close();
    remove();
  };
  return { db, dataDir: folder, drop };
}

async function onMongodb(folder: string): Promise<TestDatabase> {
  const [to, from] = await Promise.all([openTestDatabase(), openConnection({ dataDir: folder })]);
  for (const { schema } of Object.values(collections)) {
    const name = String(schema.get('collection'));
    const documents = await from.connection.collection(name).find({}).toArray();
    if (documents.length > 0) await to.db.connection.collection(name).insertMany(documents);
  }
  await from.close();
  return to;
}
