// A page of the record, newest first.
import type { AuditEntry, AuditedAct } from '../../shared/api/audit.ts';
import type { Database } from '../db/database.ts';
import { type Page, PageOf } from '../http/page.ts';
import { type StoredAuditEntry, storedAudit } from './audit-entry.model.ts';

export interface AuditFilter {
  readonly who?: string | undefined;
  readonly what?: AuditedAct | undefined;
  readonly on?: string | undefined;
  /** the first moment that counts */
  readonly from?: string | undefined;
  /** the first moment that does not */
  readonly to?: string | undefined;
}

export async function listAudit(
  db: Database,
  { who, what, on, from, to }: AuditFilter,
  { limit, after }: Page,
): Promise<{ items: AuditEntry[]; next: string | null }> {
  const [first, end] = [await firstSince(db, from, ''), await firstSince(db, to, '')];
  const page = new PageOf<AuditEntry>(limit);
  if (from !== undefined && first === '') return { items: [], next: null };
  const ends = [after ?? '', end].filter((one) => one !== '').sort();
  const range = { $gte: first, ...(ends[0] !== undefined && { $lt: ends[0] }) };
  const found = await someEntries(db, { who, what, thing: on }, range, limit + 1);
  for (const stored of found) if (!page.add(toAuditEntry(stored))) break;
  const last = found[page.items.length - 1];
  return { items: page.items, next: page.items.length < found.length ? (last?._id ?? null) : null };
}

type Told = Partial<Pick<StoredAuditEntry, 'who' | 'what' | 'thing'>>;
type Range = { readonly $gte: string; readonly $lt?: string };

/** The newest that all of this is told of, found by what the fewest have in common: its index alone is read. */
async function someEntries(
  db: Database,
  wanted: { readonly [K in keyof Told]: Told[K] | undefined },
  range: Range,
  most: number,
): Promise<StoredAuditEntry[]> {
  const { who, what, thing } = wanted;
  const fewest =
    (thing !== undefined && { thing }) ||
    (who !== undefined && { who }) ||
    (what !== undefined && { what }) ||
    {};
  const isWanted = (entry: StoredAuditEntry) =>
    (who === undefined || entry.who === who) && (what === undefined || entry.what === what);
  const found: StoredAuditEntry[] = [];
  for (let ends = range; found.length < most; ) {
    const read = await db
      .model(storedAudit)
      .find({ ...fewest, _id: ends })
      .sort({ _id: -1 })
      .limit(most)
      .lean<StoredAuditEntry[]>();
    found.push(...read.filter(isWanted));
    const last = read.at(-1);
    if (!last || read.length < most) break;
    ends = { ...range, $lt: last._id };
  }
  return found.slice(0, most);
}

/** The times of entries grow with their numbers. */
async function firstSince(db: Database, time: string | undefined, none: string): Promise<string> {
  if (time === undefined) return none;
  const [first] = await db
    .model(storedAudit)
    .find({ at: { $gte: new Date(time) } })
    .sort({ at: 1, _id: 1 })
    .limit(1)
    .lean<StoredAuditEntry[]>();
  return first?._id ?? none;
}

function toAuditEntry({ _id, at, changes, ...rest }: StoredAuditEntry): AuditEntry {
  const { who, what, thing, request, digest } = rest;
  return {
    no: Number(_id),
    at: at.toISOString(),
    who,
    what,
    on: thing,
    changes: changes.map((change) => ({ ...change })),
    request,
    digest,
  };
}
