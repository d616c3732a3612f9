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

/** `next` may come with few entries, or none: of many that were looked through. */
export async function listAudit(
  db: Database,
  { who, what, on, from, to }: AuditFilter,
  { limit, after }: Page,
  lookThrough = lookedThrough,
): Promise<{ items: AuditEntry[]; next: string | null }> {
  const [first, end] = [await firstSince(db, from, ''), await firstSince(db, to, '')];
  const page = new PageOf<AuditEntry>(limit);
  if (from !== undefined && first === '') return { items: [], next: null };
  const ends = [after ?? '', end].filter((one) => one !== '').sort();
  const range = { $gte: first, ...(ends[0] !== undefined && { $lt: ends[0] }) };
  const { found, goesOn } = await someEntries(db, { who, what, thing: on }, range, {
    most: limit + 1,
    lookThrough,
  });
  for (const stored of found) if (!page.add(toAuditEntry(stored))) break;
  const last = found[page.items.length - 1];
  const isFull = page.items.length < found.length;
  return { items: page.items, next: isFull ? (last?._id ?? null) : goesOn };
}

/** entries that are looked through for one page of those that are searched by several things: `next` goes on from there */
const lookedThrough = 20_000;
const readAtOnce = 500;

interface SomeEntries {
  readonly found: readonly StoredAuditEntry[];
  /** behind what was looked through, when that was not all */
  readonly goesOn: string | null;
}

type Told = Partial<Pick<StoredAuditEntry, 'who' | 'what' | 'thing'>>;
type Range = { readonly $gte: string; readonly $lt?: string };

/** The newest that all of this is told of, found by what the fewest have in common: its index alone is read. */
async function someEntries(
  db: Database,
  wanted: { readonly [K in keyof Told]: Told[K] | undefined },
  range: Range,
  { most, lookThrough }: { readonly most: number; readonly lookThrough: number },
): Promise<SomeEntries> {
  const { who, what, thing } = wanted;
  const fewest =
    (thing !== undefined && { thing }) ||
    (who !== undefined && { who }) ||
    (what !== undefined && { what }) ||
    {};
  const isWanted = (entry: StoredAuditEntry) =>
    (who === undefined || entry.who === who) && (what === undefined || entry.what === what);
  const isFiltered = [who, what, thing].filter((one) => one !== undefined).length > 1;
  const atOnce = isFiltered ? Math.min(Math.max(most, readAtOnce), lookThrough) : most;
  const found: StoredAuditEntry[] = [];
  let ends = range;
  for (let looked = 0; looked < lookThrough; looked += atOnce) {
    const read = await db
      .model(storedAudit)
      .find({ ...fewest, _id: ends })
      .sort({ _id: -1 })
      .limit(atOnce)
      .lean<StoredAuditEntry[]>();
    found.push(...read.filter(isWanted));
    const last = read.at(-1);
    if (!last || read.length < atOnce || found.length >= most)
      return { found: found.slice(0, most), goesOn: null };
    ends = { ...range, $lt: last._id };
  }
  return { found, goesOn: ends.$lt ?? null };
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
