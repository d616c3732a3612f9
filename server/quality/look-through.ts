// The standing rules run over what is stored: all rounds in one pass, in turns. A flag of before keeps its id, and what people said of it.
import { hash } from 'node:crypto';
import { FlagFinder } from '../../shared/quality/find-flags.ts';
import type { FoundFlag, LookedAt } from '../../shared/quality/flag.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { everyLookedAt, type Reviewed } from '../responses/every-response.ts';
import { putSetting, readSetting } from '../settings/settings.ts';
import { readSurveys } from '../surveys/read-survey.ts';
import { type StoredAside, type StoredFlag, storedFlags } from './flag.model.ts';

type Looking = Pick<Context, 'db' | 'now' | 'stopping'>;

/** shorter texts are the same by chance */
const fewestCharacters = 20;
/** a flag that was set aside comes back when its cases are so many times as many as then */
const timesWorse = 2;
const ranAt = 'quality';

/** When the rules ran. */
export async function lastLook({ db }: Pick<Context, 'db'>): Promise<Date | null> {
  return ((await readSetting(db, ranAt)) as Date | undefined) ?? null; // written below
}

export async function lookThroughAll(context: Looking): Promise<void> {
  const at = context.now();
  const finders = new Map<string, FlagFinder>();
  for (const { id, state } of await readSurveys(context))
    if (state !== 'archived') finders.set(id, new FlagFinder(bangkokDay(at)));
  const turn = new Turn();
  for await (const some of everyLookedAt(context.db)) {
    context.stopping.throwIfAborted();
    for (const one of some) {
      if (isLookedAt(one)) finders.get(one.survey)?.add(lookedAt(one));
      await turn.giveWay();
    }
  }
  for (const [survey, finder] of finders)
    await keep(context, survey, await found(finder, turn), at);
  await putSetting(context.db, ranAt, at);
}

async function found(finder: FlagFinder, turn: Turn): Promise<readonly FoundFlag[]> {
  for (const flags = finder.flags(); ; ) {
    const { done, value } = flags.next();
    if (done) return value;
    await turn.giveWay();
  }
}

function isLookedAt({ status, held, leaving, withdrawnAt, erasedAt }: Reviewed): boolean {
  return status !== 'rejected' && !held && !leaving && !withdrawnAt && !erasedAt;
}

function lookedAt(stored: Reviewed): LookedAt {
  const { _id: id, by, office, channel, place, day, respondent, issues } = stored;
  return {
    ...{ id, by, office, day },
    byHand: channel !== 'csv',
    province: place.province,
    district: place.districtCode,
    receivedDay: bangkokDay(stored.receivedAt),
    type: respondent.type,
    issues: issues.map((issue) => {
      const { strategy, severity, affected } = issue;
      return { strategy, severity, affected, words: saidHash(issue, stored) };
    }),
  };
}

/** Of one report: its words, and the day, the kind of respondent and the numbers beside them. */
function saidHash(
  { title, detail, strategy, severity, affected }: Reviewed['issues'][number],
  { day, respondent }: Reviewed,
): number | null {
  const text = `${title} ${detail ?? ''}`;
  if (text.length < fewestCharacters) return null;
  const said = JSON.stringify([text, day, respondent.type, strategy, severity, affected]);
  return Number.parseInt(hash('sha256', said, 'hex').slice(0, 12), 16);
}

async function keep(
  { db }: Looking,
  survey: string,
  noticed: readonly FoundFlag[],
  at: Date,
): Promise<void> {
  const flags = db.model(storedFlags);
  const before = await flags.find({ survey }).lean<StoredFlag[]>();
  const known = new Map(before.map((flag) => [flag._id, flag]));
  for (const flag of noticed) {
    const _id = hash('sha256', JSON.stringify([survey, flag.rule, flag.subject]), 'hex').slice(
      0,
      32,
    );
    const was = known.get(_id);
    known.delete(_id);
    const change = { ...flag, survey, seenAt: at, ...stillAside(was, flag) };
    await flags.updateOne(
      { _id },
      { $set: change, $setOnInsert: { foundAt: at, ...(!was && nobodySaid) } },
      { upsert: true },
    );
  }
  // what is no more noticed goes, but for what somebody has said of it
  for (const { _id, aside } of known.values())
    if (aside === null) await flags.deleteOne({ _id, aside: null });
}

const nobodySaid = { aside: null, asideBefore: null };

/** What was set aside stays aside, until there is twice as much of it. */
function stillAside(
  before: StoredFlag | undefined,
  { cases }: FoundFlag,
): Partial<Record<'aside' | 'asideBefore', StoredAside | null>> {
  if (!before?.aside || cases < before.aside.cases * timesWorse) return {};
  return { aside: null, asideBefore: before.aside };
}
