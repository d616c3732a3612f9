// A folder with a realistic database that was closed in order, and what is stored in it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/db/open-database.ts';
import { markAsSeeded } from '../../server/demonstration-mark.ts';
import { fill } from '../../server/fill-survey.ts';
import { carryDocumentsOver } from '../../server/format.ts';
import { collections } from '../../server/models.ts';
import { addFirstSurvey } from '../../server/surveys/demonstration-survey.ts';

/** every stored document as text, by collection and `_id` */
export type Documents = ReadonlyMap<string, string>;

type Connected = Awaited<ReturnType<typeof openDatabase>>;

export async function fillFolder(responses: number, folder = newFolder()): Promise<string> {
  const db = await openDatabase({ dataDir: folder }, collections);
  const { signal: stopping } = new AbortController();
  await carryDocumentsOver(db, { say: () => undefined, stopping });
  await markAsSeeded(db);
  await addFirstSurvey(db);
  const facts = { put: () => undefined, knows: () => true, latest: () => undefined };
  await fill(
    {
      db,
      facts: { ...facts, inDoubt: () => () => undefined },
      now: () => new Date(),
      stopping: new AbortController().signal,
    },
    { survey: '2569', responses, seed: 8, until: '2026-11-28' },
  );
  await db.close();
  return folder;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'rabfang-damage-'));

export async function documentsIn({ connection }: Connected): Promise<Documents> {
  const documents = new Map<string, string>();
  for (const { schema } of Object.values(collections)) {
    const name = String(schema.get('collection'));
    for await (const document of connection.collection(name).find({}))
      documents.set(`${name} ${String(document._id)}`, JSON.stringify(document));
  }
  return documents;
}

/** What nothing that goes on beside a test takes away or writes: neither what expires, nor leases, nor what the rules of quality note and the rules that link have linked. */
export async function lastingDocuments(database: Connected): Promise<Documents> {
  const expiring = Object.values(collections)
    .filter(({ schema }) => schema.indexes().some(([, how]) => how.expireAfterSeconds === 0))
    .map(({ schema }) => String(schema.get('collection')));
  const passing = new Set([...expiring, 'leases', 'qualityFlags']);
  const documents = await documentsIn(database);
  const lasts = ([id, text]: readonly [string, string]) =>
    !passing.has(id.slice(0, id.indexOf(' '))) &&
    !text.includes('"leftAt":') &&
    !(id.startsWith('links ') && text.includes('"how":"rule"')) &&
    !id.startsWith('settings quality');
  return new Map([...documents].filter(lasts));
}
