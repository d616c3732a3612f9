// Every stored response, for the facts: the one read that no scope narrows, of the fields that are counted. Also those that are
// held: whoever counts leaves them out (`held`).

import type { Database } from '../db/database.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const batchSize = 1000;

/**
 * In the parts that the database gives them in, through the driver's own collection: a promise and a document of mongoose's for each
 * would take longer than counting it.
 */
export async function* everyResponse(db: Database): AsyncGenerator<readonly Countable[]> {
  const { collection } = db.model(storedResponses);
  const cursor = collection.find({}, { projection: countableFields, batchSize });
  try {
    // what is asked for are the fields of a Countable, and whoever counts looks at each
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as unknown as Countable[];
  } finally {
    await cursor.close();
  }
}

/** All of every stored response: for who compares it with itself. */
export function everyStored(db: Database): AsyncIterable<StoredResponse> {
  return db.model(storedResponses).find({}).lean<StoredResponse>().batchSize(batchSize).cursor();
}

/** How many are stored of one batch. */
export function countOfBatch(db: Database, batch: string): Promise<number> {
  return db.model(storedResponses).countDocuments({ batch });
}
