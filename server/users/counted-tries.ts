// RateLimiterMongo on our own connection and collection. It asks for a unique index on `key`; here that is `_id`, so that no other
// index need be unique.
import type { mongo } from 'mongoose';
import { type IRateLimiterMongoOptions, RateLimiterMongo } from 'rate-limiter-flexible';
import type { Database } from '../db/database.ts';
import { storedTries } from './try.model.ts';

type Document = mongo.Document;
type Limit = Pick<IRateLimiterMongoOptions, 'keyPrefix' | 'points' | 'duration'>;

/** A limit that all processes on this database count together, and that outlives them. */
export function countedInDatabase(db: Database, limit: Limit): RateLimiterMongo {
  const tries = db.model(storedTries).collection;
  const byId = {
    findOneAndUpdate: (filter: Document, update: Document, options: object) =>
      tries.findOneAndUpdate(toId(filter), mapValues(update, withoutKey), options),
    findOne: (filter: Document) => tries.findOne(toId(filter)),
    deleteOne: (filter: Document) => tries.deleteOne(toId(filter)),
  };
  const storeClient = { collection: () => byId };
  return new RateLimiterMongo({ ...limit, storeClient, disableIndexesCreation: true });
}

const toId = ({ key, ...rest }: Document): Document => ({ _id: key, ...rest });
const withoutKey = ({ key: _key, ...rest }: Document): Document => rest;

/** `$setOnInsert` and `$set` name the key again; a document gets its `_id` from what it was looked for by. */
function mapValues(update: Document, change: (fields: Document) => Document): Document {
  return Object.fromEntries(Object.entries(update).map(([name, set]) => [name, change(set)]));
}
