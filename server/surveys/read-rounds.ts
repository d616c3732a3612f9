// Rounds as a list: for everybody who signed in those that were published, for who runs them the others too.
import type { Round } from '../../shared/api/rounds.ts';
import { whyNotOpen } from '../../shared/survey/round-state.ts';
import type { Context } from '../context.ts';
import { mostSurveys } from './read-survey.ts';
import { type StoredSurvey, storedSurveys } from './survey.model.ts';

/** Newest first. */
export async function listRounds(
  { db, now }: Pick<Context, 'db' | 'now'>,
  runsThem: boolean,
): Promise<Round[]> {
  const stored = await db
    .model(storedSurveys)
    .find({})
    .sort({ _id: -1 })
    .limit(mostSurveys)
    .lean<StoredSurvey[]>();
  return stored
    .filter(({ state }) => runsThem || state !== 'draft')
    .map((one) => toRound(one, now(), runsThem));
}

export function toRound(stored: StoredSurvey, now: Date, runsThem: boolean): Round {
  const { _id, version, state, stateReason, draft, states = [], publishedAt } = stored;
  // what is not published yet goes by the names of its draft
  const shown = version === 0 && draft ? draft.content : stored;
  const { nameTh, nameEn, opensAt, closesAt } = shown;
  return {
    id: _id,
    ...{ nameTh, nameEn, state, stateReason },
    open: whyNotOpen(stored, now) === null,
    ...{ version, opensAt, closesAt },
    publishedAt: publishedAt?.toISOString() ?? null,
    hasDraft: runsThem && Boolean(draft),
    states: runsThem ? states.map((one) => ({ ...one, at: one.at.toISOString() })) : [],
  };
}
