// Stored responses as rules look at them: some of them by their ids, without a scope (a rule has its own), of the fields that it needs.
import type { Database } from '../db/database.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

/** What a rule looks at. */
export type RuledResponse = Pick<
  StoredResponse,
  '_id' | 'survey' | 'day' | 'channel' | 'place' | 'respondent' | 'issues' | 'erasedAt'
>;

const fields = {
  ...{ survey: 1, day: 1, channel: 1, 'place.province': 1, 'respondent.type': 1 },
  ...{ 'issues.id': 1, 'issues.title': 1, 'issues.detail': 1 },
  ...{ 'issues.strategy': 1, 'issues.subPlan': 1, 'issues.severity': 1 },
  ...{ held: 1, leaving: 1, erasedAt: 1 },
} as const;

/** By their ids; those that are gone, or nowhere seen yet, are left out. */
export async function readForRules(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RuledResponse>> {
  const found = await db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, fields)
    .lean<(RuledResponse & Pick<StoredResponse, 'held' | 'leaving'>)[]>();
  return new Map(
    found.filter(({ held, leaving }) => !held && !leaving).map((one) => [one._id, one]),
  );
}
