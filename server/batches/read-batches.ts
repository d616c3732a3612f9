// Batches by survey, newest first, and one by its id; only those in the reader's sight.
import type { BatchState, PageOfBatches } from '../../shared/api/batches.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { isInSight, type Sight } from '../offices/sight.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';
import { toBatch, toldAs } from './batch-on-the-wire.ts';
import { mendedRows } from './mended-rows.ts';

/** batches that are looked through for one page of those that are searched: `next` goes on from there */
const lookedThrough = 2000;

export interface WantedBatches {
  /** in the file's name, the receipt or the sender's user name */
  readonly q?: string | undefined;
  readonly state?: BatchState | undefined;
  readonly office?: string | undefined;
}

export async function listBatches(
  { db }: Pick<Context, 'db'>,
  survey: string,
  sight: Sight,
  { limit, after }: Page,
  wanted: WantedBatches = {},
): Promise<PageOfBatches> {
  const older = after === null ? {} : olderThan(after);
  const { ownOffice } = sight;
  const filters = officesOf(sight, wanted.office).map((office) => ({
    survey,
    ...(office && { office }),
  }));
  const isSearched = wanted.q !== undefined || wanted.state !== undefined;
  const lists = filters.map((filter) => {
    const found = db
      .model(storedBatches)
      .find({ ...filter, ...older } as object)
      .sort({ startedAt: -1, _id: -1 })
      .lean<StoredBatch>();
    // of the last one, which is the own office's, some may not be seen
    const isWhole = !isSearched && (ownOffice === null || filter !== filters.at(-1));
    return (isWhole ? found.limit(limit + 1) : found).cursor();
  });
  const page = new PageOf<StoredBatch>(limit);
  let next: string | null = null;
  let looked = 0;
  for await (const stored of newestFirst(lists)) {
    if (!isInSight(sight, stored)) continue;
    if (isWanted(stored, wanted)) {
      if (page.add(stored)) continue;
      next = cursorOf(page.items.at(-1));
    } else if (++looked < lookedThrough) continue;
    else next = cursorOf(stored);
    break;
  }
  const mended = await mendedRows({ db }, survey, page.items);
  return { items: page.items.map((stored) => toBatch(stored, mended.get(stored.receipt))), next };
}

/** One list for each; undefined: one for all. */
function officesOf(
  { offices, ownOffice }: Sight,
  wanted: string | undefined,
): readonly (string | undefined)[] {
  const own = ownOffice === null ? [] : [ownOffice];
  if (offices === 'all') return [wanted];
  const all = [...offices, ...own];
  return wanted === undefined ? all : all.filter((office) => office === wanted);
}

const cursorOf = (last: StoredBatch | undefined): string | null =>
  last ? `${last.startedAt.getTime()}:${last._id}` : null;

function isWanted({ name, receipt, by, state }: StoredBatch, wanted: WantedBatches): boolean {
  if (wanted.state !== undefined && toldAs(state) !== wanted.state) return false;
  const q = normaliseText(wanted.q ?? '').toLowerCase();
  return [name, receipt, by].some((text) => text.toLowerCase().includes(q));
}

interface List {
  next(): Promise<StoredBatch | null>;
  close(): Promise<unknown>;
}

/** One order over several lists that have it: an index keeps the batches of an office in order, not those of several. */
async function* newestFirst(lists: readonly List[]): AsyncGenerator<StoredBatch> {
  try {
    const heads = await Promise.all(lists.map((list) => list.next()));
    for (;;) {
      const newest = heads.reduce((a, b) => (a && b ? (isNewer(b, a) ? b : a) : (a ?? b)), null);
      if (!newest) return;
      const from = heads.indexOf(newest);
      heads[from] = (await lists[from]?.next()) ?? null;
      yield newest;
    }
  } finally {
    await Promise.all(lists.map((list) => list.close()));
  }
}

function isNewer(a: StoredBatch, b: StoredBatch): boolean {
  const later = a.startedAt.getTime() - b.startedAt.getTime();
  return later > 0 || (later === 0 && a._id > b._id);
}

/** Said beside the alternatives once more, so that an index begins there instead of at the newest. @throws unreadable when the cursor is none of ours */
function olderThan(cursor: string) {
  const [, time, id] = /^(\d{1,16}):([\w-]{1,64})$/.exec(cursor) ?? [];
  if (!time || !id)
    throw problem('unreadable', {
      detail: '`after` is no cursor of this list.',
      errors: [{ pointer: '/query/after' }],
    });
  const startedAt = new Date(Number(time));
  return {
    startedAt: { $lte: startedAt },
    $or: [{ startedAt: { $lt: startedAt } }, { startedAt, _id: { $lt: id } }],
  };
}

/** @throws not-found, also for a batch that is out of sight */
export async function readBatch(
  { db }: Pick<Context, 'db'>,
  { survey, id }: { survey: string; id: string },
  sight: Sight,
): Promise<StoredBatch> {
  const stored = await db.model(storedBatches).findById(id).lean<StoredBatch>();
  if (!stored || stored.survey !== survey || !isInSight(sight, stored))
    throw problem('not-found', { detail: 'There is no such batch.' });
  return stored;
}
