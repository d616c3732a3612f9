// Whether the record is what was written: every number there, every digest that of its entry and of the one before.
import type { Database } from '../db/database.ts';
import { type StoredAuditEntry, storedAudit } from './audit-entry.model.ts';
import { chainDigest, idOfNumber } from './chain.ts';

/** An entry and its digest as they were said once: who cuts off the end of the chain, or writes it anew, cannot change this. */
export interface SeenEntry {
  readonly no: number;
  readonly digest: string;
}

export interface VerifiedAudit {
  readonly entries: number;
  readonly digest: string;
  /** the first that is wrong, in words; undefined: none is */
  readonly fault: string | undefined;
}

const pageSize = 1000;

export async function verifyAudit(db: Database, seen?: SeenEntry): Promise<VerifiedAudit> {
  let [no, digest] = [0, ''];
  const say = (fault?: string): VerifiedAudit => ({ entries: no, digest, fault });
  for (let page = await pageAfter(db, ''); page.length > 0; ) {
    for (const entry of page) {
      const fault = faultOfEntry(entry, no + 1, digest);
      if (fault) return say(fault);
      [no, digest] = [no + 1, entry.digest];
      if (seen?.no === no && seen.digest !== digest)
        return say(`entry ${no} is not the one that was seen: it was written anew`);
    }
    page = await pageAfter(db, idOfNumber(no));
  }
  if (seen && seen.no > no) return say(`entry ${no + 1} is missing: ${seen.no} had been seen`);
  return say();
}

function faultOfEntry(entry: StoredAuditEntry, no: number, before: string): string | undefined {
  if (entry._id !== idOfNumber(no)) return `entry ${no} is missing`;
  if (digestNow(entry, before) !== entry.digest)
    return `entry ${no} was changed: its digest is another one`;
  return undefined;
}

function digestNow(entry: StoredAuditEntry, before: string): string | undefined {
  try {
    return chainDigest(before, entry);
  } catch {
    return undefined; // its shape is none
  }
}

async function pageAfter(db: Database, id: string): Promise<StoredAuditEntry[]> {
  return await db
    .model(storedAudit)
    .find({ _id: { $gt: id } })
    .sort({ _id: 1 })
    .limit(pageSize)
    .lean<StoredAuditEntry[]>();
}
