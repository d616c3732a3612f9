// New responses into their collection, through the driver's own (our rules have built the documents). What comes one by one at the
// same time goes to a MongoDB server in one command: each command costs both sides more than the document in it. The embedded engine
// makes writes durable together by itself.
import type { Database } from '../db/database.ts';
import { isDuplicateKey, isStorageUnavailable } from '../db/failures.ts';
import { takenIds } from '../db/taken-ids.ts';
import { Together } from '../db/together.ts';
import { type Doubting, settleDoubt } from './doubt.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

type Outcome = 'stored' | 'taken' | { readonly failed: unknown };

/** Returns the ids that were taken. @throws when what is stored is in doubt */
export async function insertNew(
  context: Doubting,
  documents: readonly StoredResponse[],
): Promise<Set<string>> {
  const [first] = documents;
  if (!first) return new Set();
  try {
    if (documents.length > 1) return await insertMany(context.db, documents);
    return (await insertOne(context.db, first)) === 'taken' ? new Set([first._id]) : new Set();
  } catch (error) {
    void settleDoubt(context, documents);
    throw error;
  }
}

async function insertMany(
  { model }: Database,
  documents: readonly StoredResponse[],
): Promise<Set<string>> {
  try {
    const { collection } = model(storedResponses);
    await collection.insertMany(documents as never, { ordered: false });
    return new Set();
  } catch (error) {
    const taken = takenIds(
      error,
      documents.map(({ _id }) => _id),
    );
    if (taken) return taken;
    throw error;
  }
}

const groups = new WeakMap<Database, Together<StoredResponse, Outcome>>();

async function insertOne(db: Database, document: StoredResponse): Promise<Outcome> {
  if (db.engine === 'embedded') return insertAlone(db, document);
  const group = groups.get(db) ?? new Together((all) => insertGroup(db, all));
  groups.set(db, group);
  const outcome = await group.ask(document);
  if (typeof outcome === 'object') throw outcome.failed;
  return outcome;
}

async function insertAlone({ model }: Database, document: StoredResponse): Promise<Outcome> {
  try {
    await model(storedResponses).collection.insertOne(document as never);
    return 'stored';
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    throw error;
  }
}

/** Of the same id the first is stored, and the others find it taken. */
async function insertGroup(
  db: Database,
  documents: readonly StoredResponse[],
): Promise<readonly Outcome[]> {
  const [first] = documents;
  if (documents.length === 1 && first) return [await insertAlone(db, first)];
  try {
    const { collection } = db.model(storedResponses);
    await collection.insertMany(documents as never, { ordered: false });
    return documents.map(() => 'stored');
  } catch (error) {
    const taken = takenIds(
      error,
      documents.map((_, index) => String(index)),
    );
    if (taken) return documents.map((_, index) => (taken.has(String(index)) ? 'taken' : 'stored'));
    if (isStorageUnavailable(error)) throw error;
    return await each(db, documents);
  }
}

/** One of them cannot be stored, and nobody else shall suffer from it; what was stored with it is found under its id. */
function each(db: Database, documents: readonly StoredResponse[]): Promise<readonly Outcome[]> {
  const alone = (document: StoredResponse) =>
    insertAlone(db, document).catch((failed: unknown) => ({ failed }));
  return Promise.all(documents.map(alone));
}
