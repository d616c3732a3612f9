// Stored responses as the self-check of the figures reads them, again and again: no scope, the fields that are counted.
import type { Database } from '../db/database.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import type { Stored } from '../facts/self-check.ts';
import { storedResponses } from './response.model.ts';

export function storedCountables(db: Database): Stored {
  const responses = db.model(storedResponses);
  return {
    among: (ids) => responses.find({ _id: { $in: ids } }, countableFields).lean<Countable[]>(),
    after: (id, limit) =>
      responses
        .find({ _id: { $gt: id } }, countableFields)
        .sort({ _id: 1 })
        .limit(limit)
        .lean<Countable[]>(),
  };
}
