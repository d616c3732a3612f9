// What a round keeps no longer is erased by itself: the words of responses that were received so many whole days ago, and the rows of files
// that were sent by then. A list of steps that is begun again when it was stopped: how far it came is noted after the last of them.
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { appendToChain } from '../audit/chain.ts';
import { eraseRows, type FindCopies, hasFileBetween } from '../batches/erase-rows.ts';
import type { Context } from '../context.ts';
import { receivedOn } from '../facts/received.ts';
import { erasePhotos } from '../photos/erase-photos.ts';
import { type ErasedBy, eraseEarlier, eraseResponse } from '../responses/erase-content.ts';
import { erasedAmong } from '../responses/known.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { putSetting, readSetting } from '../settings/settings.ts';
import { readSurveys } from '../surveys/read-survey.ts';

type Keeping = Pick<Context, 'db' | 'facts' | 'now' | 'stopping'>;

/** How far it came in a round. */
interface Applied {
  /** everything that was received before */
  readonly until: Date;
  /** what a run that has not come to its end is about */
  readonly begun: Date | null;
}

interface Run {
  readonly survey: string;
  /** the first moment that stays */
  readonly before: Date;
  readonly applied: Applied;
}

const dayMs = 86_400_000;
/** what was held back when its time came is met at one of the next runs */
const overlapMs = 2 * dayMs;
const atOnce = 25;

/** Of all rounds that say how long they keep; each at most once a day, since days are what they count. */
export async function applyRetention(context: Keeping): Promise<void> {
  for (const { id: survey, retentionDays } of await readSurveys(context)) {
    if (retentionDays === null || context.stopping.aborted) continue;
    const before = new Date(startOfDay(context.now()).getTime() - retentionDays * dayMs);
    const applied = await readApplied(context, survey);
    if (before > applied.until) await applyTo(context, { survey, before, applied });
  }
}

async function applyTo(context: Keeping, run: Run): Promise<void> {
  const { survey, before, applied } = run;
  const due = await dueIn(context, run);
  const isDue = due.length > 0 || applied.begun !== null;
  if (isDue || (await hasFileBetween(context, survey, applied.until, before))) {
    await note(context, run, due.length);
    await putApplied(context, survey, { ...applied, begun: before });
    await eraseAll(context, run, due);
    // rows of files that were sent by then, and of responses that are erased wherever they were sent again
    await eraseRows(context, survey, keptNoLonger(context, before));
    await context.db.withoutTraces();
  }
  if (!context.stopping.aborted) await putApplied(context, survey, { until: before, begun: null });
}

/** Those that are not erased yet, and those that a run which was stopped may have left half done. */
async function dueIn(context: Keeping, { survey, before, applied }: Run): Promise<string[]> {
  const from = applied.until.getTime() - overlapMs;
  const due: string[] = [];
  for (let shelf = 0; shelf < context.facts.columns.shelves.length; shelf++) {
    const range = { from, to: before.getTime() };
    const ids = receivedOn(context.facts.columns, shelf, survey, range).map(({ id }) => id);
    const erased = applied.begun ? new Set<string>() : await erasedAmong(context, ids);
    due.push(...ids.filter((id) => !erased.has(id)));
  }
  return due;
}

async function note({ db, now }: Keeping, { survey, before }: Run, responses: number) {
  const changes = [
    { field: 'responses', before: null, after: String(responses) },
    { field: 'receivedBefore', before: null, after: before.toISOString() },
  ];
  const what = 'retention-applied';
  const entry = { at: now(), who: null, what, thing: `survey:${survey}`, changes, request: '' };
  await appendToChain(db, { ...entry, what });
}

async function eraseAll(context: Keeping, { survey }: Run, due: readonly string[]): Promise<void> {
  const reader = responsesIn({ kind: 'all' }, context);
  for (let at = 0; at < due.length && !context.stopping.aborted; at += atOnce) {
    const some: StoredResponse[] = [];
    for await (const stored of reader.each(due.slice(at, at + atOnce))) some.push(stored);
    const who = { by: 'retention', reason: null, at: context.now() };
    // beside each other: the embedded database makes their changes durable in one go
    await Promise.all(some.map((stored) => eraseOne(context, { survey, stored }, who)));
  }
  context.stopping.throwIfAborted();
}

async function eraseOne(
  context: Keeping,
  { survey, stored }: { readonly survey: string; readonly stored: StoredResponse },
  who: ErasedBy,
): Promise<void> {
  const { _id: id } = stored;
  for (let now = stored; ; now = await responsesIn({ kind: 'all' }, context).one({ survey, id })) {
    const erased = now.erasedAt ? now : await eraseResponse(context, now, who);
    if (!erased) continue;
    await eraseEarlier(context, erased);
    return await erasePhotos(context, id);
  }
}

/** Every row of a file that was sent by then, but for those of responses that stay; in later files those of erased responses. */
function keptNoLonger(context: Keeping, before: Date): FindCopies {
  return async (rows) => {
    const ids = rows.flatMap(({ row }) => row.responseId ?? []);
    const erased = await erasedAmong(context, ids);
    return rows.map(({ row: { responseId, cells }, sentAt }) =>
      responseId === null ? sentAt < before && cells.length > 0 : erased.has(responseId),
    );
  };
}

function startOfDay(now: Date): Date {
  return new Date(`${bangkokDay(now)}T00:00:00+07:00`);
}

const nameOf = (survey: string): string => `retention:${survey}`;

async function readApplied({ db }: Keeping, survey: string): Promise<Applied> {
  const stored = (await readSetting(db, nameOf(survey))) as Partial<Applied> | undefined; // written below
  return { until: stored?.until ?? new Date(0), begun: stored?.begun ?? null };
}

async function putApplied({ db }: Keeping, survey: string, applied: Applied): Promise<void> {
  await putSetting(db, nameOf(survey), applied);
}
