// What a backup and a move take along, decided for every collection there is.
import { collections } from '../models.ts';

type Decision = 'kept' | { readonly leftOut: string };

/** A new collection does not compile until it is decided here. */
const decisions: Readonly<Record<keyof typeof collections, Decision>> = {
  settings: 'kept',
  surveys: 'kept',
  surveyVersions: 'kept',
  offices: 'kept',
  users: 'kept',
  batches: 'kept',
  rowBlocks: 'kept',
  readings: 'kept',
  decisionPages: 'kept',
  revisions: 'kept',
  decisionsOfMany: 'kept',
  stepBlocks: 'kept',
  responses: 'kept',
  photos: 'kept',
  erasures: 'kept',
  qualityFlags: 'kept',
  projects: 'kept',
  snapshots: 'kept',
  links: 'kept',
  rules: 'kept',
  views: 'kept',
  startViews: 'kept',
  audit: 'kept',
  sessions: { leftOut: 'a session that was ended would be open again: people sign in once more' },
  tokens: { leftOut: 'a token that was ended would work again: people make new ones' },
  presences: { leftOut: 'who looked at what is forgotten within a minute' },
  tries: { leftOut: 'guesses at passwords are forgotten within a quarter of an hour' },
  leases: {
    leftOut: 'who holds them runs elsewhere: what was under way is ended by the next start',
  },
  transfers: { leftOut: 'the mark of a place that is being filled belongs to that place' },
};

export const nameOfCollection = (key: keyof typeof collections): string =>
  String(collections[key].schema.get('collection'));

/** The collections that are kept, by their names in the database, in the order in which they are written. */
export const keptCollections: readonly string[] = Object.keys(decisions)
  .map((key) => key as keyof typeof collections) // its own keys
  .filter((key) => decisions[key] === 'kept')
  .map(nameOfCollection);

/** All of them: a place is empty when it has no document in any. */
export const allCollections: readonly string[] = Object.keys(collections)
  .map((key) => key as keyof typeof collections)
  .map(nameOfCollection);
