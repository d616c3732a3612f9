// Which attempts may still be taken back. For whoever meets what such an attempt has stored.
import type { Database } from '../db/database.ts';
import { type StoredLease, storedLeases } from './lease.model.ts';

const ofBatches = 'batch:';
export const leaseOfBatch = (batch: string): string => `${ofBatches}${batch}`;
export const batchOfLease = (lease: string): string => lease.slice(ofBatches.length);
const ofDecisions = 'decisions:';
export const leaseOfDecisions = (action: string): string => `${ofDecisions}${action}`;
/** undefined: it stands for something else */
export const decisionsOfLease = (lease: string): string | undefined =>
  lease.startsWith(ofDecisions) ? lease.slice(ofDecisions.length) : undefined;

/** attempts known to have ended: none begins again */
const ended = new WeakMap<Database, Set<string>>();
const mostRemembered = 10_000;

export interface AttemptsMet {
  /** a lease is held for them: what they have stored may still be taken back */
  readonly underWay: ReadonlySet<string>;
  /** seen now for the first time without one */
  readonly justEnded: ReadonlySet<string>;
}

/** Of the attempts that have stored these. Asks only about those that are not known to have ended. */
export async function attemptsOf(
  db: Database,
  stored: readonly { readonly batch: string | null; readonly attempt?: string }[],
): Promise<AttemptsMet> {
  const known = endedIn(db);
  const open = stored.filter(({ attempt }) => attempt !== undefined && !known.has(attempt));
  const names = new Set(open.map(({ batch }) => leaseOfBatch(batch ?? '')));
  const underWay = new Set(await tokensOf(db, [...names]));
  const attempts = new Set(open.map(({ attempt = '' }) => attempt));
  const justEnded = new Set([...attempts].filter((attempt) => !underWay.has(attempt)));
  for (const attempt of justEnded) known.add(attempt);
  return { underWay, justEnded };
}

async function tokensOf(db: Database, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const found = await db
    .model(storedLeases)
    .find({ _id: { $in: names } }, { token: 1 })
    .lean<Pick<StoredLease, 'token'>[]>();
  return found.map(({ token }) => token);
}

function endedIn(db: Database): Set<string> {
  const known = ended.get(db) ?? new Set<string>();
  if (known.size > mostRemembered) known.clear();
  ended.set(db, known);
  return known;
}
