// One change of one round, whoever else writes at the same moment: it is made to what was seen, or not at all.
import type { Scope } from '../../shared/api/session.ts';
import { areaOf } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { forgetSurveys } from './read-survey.ts';
import { type StoredSurvey, storedSurveys } from './survey.model.ts';

export type Changing = Pick<Context, 'db' | 'facts' | 'now'>;

/** @throws not-found */
export async function findRound({ db }: Pick<Context, 'db'>, id: string): Promise<StoredSurvey> {
  const stored = await db.model(storedSurveys).findById(id).lean<StoredSurvey>();
  if (!stored) throw problem('not-found', { detail: 'There is no such round.' });
  return stored;
}

/** `seen`: the revision that whoever asks for the change has looked at. @throws round-changed */
export async function changeRound(
  { db, facts }: Changing,
  before: StoredSurvey,
  set: Partial<Omit<StoredSurvey, '_id' | 'revision'>>,
  seen?: number,
): Promise<StoredSurvey> {
  if (seen !== undefined && seen !== before.revision) throw changed(before.revision);
  const after = await db
    .model(storedSurveys)
    .findOneAndUpdate(
      { _id: before._id, revision: before.revision },
      { $set: set, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<StoredSurvey>();
  if (!after) throw changed();
  forgetSurveys(db);
  if (after.state !== 'draft')
    facts.setSurvey({ id: after._id, countApprovedOnly: after.countApprovedOnly });
  return after;
}

const changed = (revision?: number) =>
  problem('round-changed', {
    detail: 'Look at the round again, then repeat your change.',
    ...(revision !== undefined && { revision }),
  });

/** A round is the whole country's. @throws not-allowed */
export function refuseRegional(scope: Scope): void {
  if (areaOf(scope) !== null)
    throw problem('not-allowed', {
      detail: 'Rounds are run by administrators of the whole country.',
    });
}
