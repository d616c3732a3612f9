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

/** What the rules of quality look at. */
export type Reviewed = Pick<
  StoredResponse,
  | '_id'
  | 'survey'
  | 'status'
  | 'by'
  | 'office'
  | 'channel'
  | 'place'
  | 'day'
  | 'receivedAt'
  | 'respondent'
  | 'issues'
  | 'held'
  | 'leaving'
  | 'withdrawnAt'
  | 'erasedAt'
>;

const reviewedFields = {
  ...{ survey: 1, status: 1, by: 1, office: 1, channel: 1, day: 1, receivedAt: 1 },
  ...{ 'place.province': 1, 'place.districtCode': 1, 'respondent.type': 1 },
  ...{ 'issues.strategy': 1, 'issues.severity': 1, 'issues.affected': 1 },
  ...{ 'issues.title': 1, 'issues.detail': 1 },
  ...{ held: 1, leaving: 1, withdrawnAt: 1, erasedAt: 1 },
} as const;

/** Every stored response as the rules of quality look at it, some at a time. */
export async function* everyLookedAt(db: Database): AsyncGenerator<readonly Reviewed[]> {
  const { collection } = db.model(storedResponses);
  const cursor = collection.find({}, { projection: reviewedFields, batchSize });
  try {
    // what is asked for are these fields
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as unknown as Reviewed[];
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
