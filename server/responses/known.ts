// Stored responses as a repetition meets them.
import type { Context } from '../context.ts';
import { type Origin, type StoredResponse, storedResponses } from './response.model.ts';

/** what a repeated response is compared with, and answered with; and whether it stays */
export type Known = Pick<
  StoredResponse,
  | '_id'
  | 'survey'
  | 'version'
  | 'digest'
  | 'formerDigests'
  | 'revision'
  | 'receipt'
  | 'receivedAt'
  | 'status'
  | 'violations'
  | 'held'
  | 'leaving'
  | 'erasedAt'
  | 'withdrawnAt'
  | 'withdrawnWith'
  | 'heir'
  | keyof Origin
>;

const knownFields = {
  survey: 1,
  version: 1,
  digest: 1,
  formerDigests: 1,
  revision: 1,
  receipt: 1,
  receivedAt: 1,
  status: 1,
  violations: 1,
  office: 1,
  by: 1,
  batch: 1,
  row: 1,
  line: 1,
  attempt: 1,
  held: 1,
  leaving: 1,
  erasedAt: 1,
  withdrawnAt: 1,
  withdrawnWith: 1,
  heir: 1,
} as const;

/** It holds this content, or a revision before it did: who repeats that was received. */
export function holds({ digest, formerDigests }: Known, sent: string): boolean {
  return digest === sent || formerDigests?.includes(sent) === true;
}

/** The stored responses among `ids`, with what a repetition is compared with. */
export async function readKnown(
  context: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const found = await context.db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, knownFields)
    .lean<Known[]>();
  return new Map(found.map((known) => [known._id, known]));
}

const idsAtOnce = 500;

/** Those of which the words are erased. */
export async function erasedAmong(
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const erased = new Set<string>();
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const found = await db
      .model(storedResponses)
      .find({ _id: { $in: ids.slice(at, at + idsAtOnce) } }, { erasedAt: 1 })
      .lean<Pick<StoredResponse, '_id' | 'erasedAt'>[]>();
    for (const { _id, erasedAt } of found) if (erasedAt) erased.add(_id);
  }
  return erased;
}
