// Snapshots as they are found again: by who may see all that was frozen in them, and by nobody else.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FiguresReply } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import type { Snapshot, SnapshotDifference, SnapshotItem } from '../../shared/api/snapshots.ts';
import { provincesInView } from '../../shared/figures/provinces-in-view.ts';
import { changedFigures, changedStrip } from '../../shared/figures/what-changed.ts';
import { areaOf, isInScope } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { bufferOf } from '../photos/read-photos.ts';
import { type StoredSnapshot, storedSnapshots } from './snapshot.model.ts';

type Reading = Pick<Context, 'db'>;
type Described = Omit<StoredSnapshot, 'gzip'>;

/** named, so that the bytes are passed over */
const described = {
  survey: 1,
  name: 1,
  by: 1,
  office: 1,
  frozenAt: 1,
  asOf: 1,
  filters: 1,
  scope: 1,
  issues: 1,
  responses: 1,
  digest: 1,
} as const;

/** Everything that was counted in it lies where this person may look. */
function maySee({ filters, scope: frozen }: Described, scope: Scope): boolean {
  if (areaOf(scope) === null) return true;
  // what lies in no known province is nobody's but the whole country's
  if (filters.province?.includes('none')) return false;
  const places = provincesInView(filters, frozen);
  return places.length > 0 && places.every(({ code }) => isInScope(scope, code));
}

/** @throws not-found (also: not all of it lies in this scope) */
async function find(
  { db }: Reading,
  id: string,
  scope: Scope,
  survey?: string,
): Promise<Described> {
  const found = await db.model(storedSnapshots).findById(id, described).lean<Described>();
  if (found && maySee(found, scope) && (survey === undefined || found.survey === survey))
    return found;
  throw problem('not-found', { detail: 'There is no such snapshot for you.' });
}

/** @throws not-found */
export async function describeSnapshot(
  context: Reading,
  id: string,
  scope: Scope,
): Promise<SnapshotItem> {
  return toItem(await find(context, id, scope));
}

/** Its bytes, compressed as they are kept. @throws not-found */
export async function readFrozenBytes(
  context: Reading,
  { survey, id }: { readonly survey: string; readonly id: string },
  scope: Scope,
): Promise<{ readonly digest: string; readonly gzip: Buffer }> {
  const { digest } = await find(context, id, scope, survey);
  const found = await context.db
    .model(storedSnapshots)
    .findById(id, { gzip: 1 })
    .lean<Pick<StoredSnapshot, 'gzip'>>();
  if (!found) throw new Error('a snapshot is never removed');
  return { digest, gzip: bufferOf(found.gzip) };
}

export async function unpacked(gzip: Buffer): Promise<Buffer> {
  return await promisify(gunzip)(gzip);
}

export function changedSince(
  { id, asOf, survey, reply }: Snapshot,
  now: FiguresReply,
  version: number,
): SnapshotDifference {
  const strip = changedStrip(reply.strip, now.strip);
  const figures = changedFigures(reply, now);
  return {
    id,
    before: { asOf, version: survey.version },
    now: { asOf: now.asOf, version },
    same: strip.length === 0 && figures.every(({ rows }) => rows === 0),
    strip,
    figures: figures.map((one) => ({ ...one, changes: [...one.changes] })),
  };
}

/** looked through for one page, of which most may be nothing for who asks */
const atMost = 2000;
const atOnce = 100;

/** Those that somebody may see, the newest first; a page may end early and go on at `next`. */
export async function listSnapshots(
  { db }: Reading,
  survey: string,
  scope: Scope,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<{ items: SnapshotItem[]; next: string | null }> {
  const items: SnapshotItem[] = [];
  let before = after === null ? null : momentOf(after);
  for (let looked = 0; looked < atMost; looked += atOnce) {
    const some: Described[] = await db
      .model(storedSnapshots)
      .find({ survey, ...(before && { frozenAt: { $lt: before } }) }, described)
      .sort({ frozenAt: -1, _id: -1 })
      .limit(atOnce)
      .lean<Described[]>();
    for (const one of some) {
      before = one.frozenAt;
      if (maySee(one, scope)) items.push(toItem(one));
      if (items.length === limit) return { items, next: before.toISOString() };
    }
    if (some.length < atOnce) return { items, next: null };
  }
  return { items, next: before?.toISOString() ?? null };
}

export function toItem({ _id, frozenAt, asOf, ...rest }: Described): SnapshotItem {
  const { survey, name, by, office, filters, scope, issues, responses, digest } = rest;
  return {
    ...{ id: _id, survey, name, by, office, filters, scope, issues, responses, digest },
    frozenAt: frozenAt.toISOString(),
    asOf: asOf.toISOString(),
  };
}

/** @throws unreadable when the cursor is none of ours */
function momentOf(cursor: string): Date {
  const at = new Date(cursor);
  if (!Number.isNaN(at.getTime())) return at;
  throw problem('unreadable', {
    detail: '`after` is no cursor of this list.',
    errors: [{ pointer: '/query/after' }],
  });
}
