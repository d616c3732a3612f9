// One chain of entries for the whole database, whichever process writes. An entry's `_id` is its number, and the next number is free for
// one writer only: two that write at the same moment cannot both follow the same entry, and one that is killed leaves no gap, since a
// number exists only with its entry. Chains of each process would leave the end of every one of them open to being cut off.
import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { isDuplicateKey, unconfirmed } from '../db/failures.ts';
import { type StoredAuditEntry, storedAudit } from './audit-entry.model.ts';

export type UnchainedEntry = Omit<StoredAuditEntry, '_id' | 'digest'>;

const digits = 12;
const tries = 60;
const againMs = 5;

export const idOfNumber = (no: number): string => String(no).padStart(digits, '0');

/** Over everything that an entry says. */
export function chainDigest(
  before: string,
  { _id, at, who, what, thing, changes, request }: Omit<StoredAuditEntry, 'digest'>,
): string {
  const said = changes.map((change) => [change.field, change.before, change.after]);
  const whole = [before, _id, at.toISOString(), who, what, thing, said, request];
  return hash('sha256', JSON.stringify(whole), 'hex');
}

interface Tail {
  last: StoredAuditEntry | null | undefined;
  /** entries of this process follow each other, so that they do not compete */
  queue: Promise<unknown>;
}
const tails = new WeakMap<Database, Tail>();

/** Durable when it resolves. */
export function appendToChain(db: Database, entry: UnchainedEntry): Promise<StoredAuditEntry> {
  const tail = tails.get(db) ?? { last: undefined, queue: Promise.resolve() };
  tails.set(db, tail);
  const appended = tail.queue.then(() => append(db, tail, entry));
  tail.queue = appended.catch(() => undefined);
  return appended;
}

async function append(db: Database, tail: Tail, entry: UnchainedEntry): Promise<StoredAuditEntry> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const last = tail.last === undefined ? await readLast(db) : tail.last;
    const next = following(last, entry);
    tail.last = undefined;
    try {
      await db.model(storedAudit).collection.insertOne(next as never);
      tail.last = next;
      return next;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    // another process was first; its entry is seen once a majority has it
    await wait(againMs * Math.min(attempt, 20) * (0.5 + Math.random()));
  }
  throw unconfirmed();
}

async function readLast(db: Database): Promise<StoredAuditEntry | null> {
  const [last] = await db
    .model(storedAudit)
    .find({ _id: { $gt: '' } })
    .sort({ _id: -1 })
    .limit(1)
    .lean<StoredAuditEntry[]>();
  return last ?? null;
}

/** Clocks of servers differ and are set back: the order of the numbers is that of the times. */
function following(last: StoredAuditEntry | null, entry: UnchainedEntry): StoredAuditEntry {
  const at = last && last.at > entry.at ? last.at : entry.at;
  const numbered = { _id: idOfNumber(Number(last?._id ?? 0) + 1), ...entry, at };
  return { ...numbered, digest: chainDigest(last?.digest ?? '', numbered) };
}
