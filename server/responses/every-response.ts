// Every stored response, for the facts: the one read that no scope narrows, of the fields that are counted. Also those that are
// held: whoever counts leaves them out (`held`).

import type { Database } from '../db/database.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const batchSize = 1000;

export function everyResponse(db: Database): AsyncIterable<Countable> {
  return db
    .model(storedResponses)
    .find({}, countableFields)
    .lean<Countable>()
    .batchSize(batchSize)
    .cursor();
}

/** All of every stored response: for who compares it with itself. */
export function everyStored(db: Database): AsyncIterable<StoredResponse> {
  return db.model(storedResponses).find({}).lean<StoredResponse>().batchSize(batchSize).cursor();
}

/** How many are stored of one batch. */
export function countOfBatch(db: Database, batch: string): Promise<number> {
  return db.model(storedResponses).countDocuments({ batch });
}
