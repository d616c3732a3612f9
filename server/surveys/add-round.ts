// A new round, empty or from an earlier one: a draft that nobody else sees until it is published.
import type { NewRound } from '../../shared/api/rounds.ts';
import type { RoundContent } from '../../shared/survey/definition.ts';
import { newRound } from '../../shared/survey/new-round.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { type Changing, findRound } from './change-round.ts';
import { mostSurveys } from './read-survey.ts';
import { contentOf } from './round-draft.ts';
import { type StoredSurvey, storedSurveys } from './survey.model.ts';

/** @throws round-exists, round-invalid when there is no room for one more, not-found for what it should come from */
export async function addRound(
  context: Changing,
  { id, from, ...names }: NewRound,
  by: string,
): Promise<StoredSurvey> {
  const model = context.db.model(storedSurveys);
  const known = await model.find({ _id: { $gt: '' } }, { _id: 1 }).lean<{ _id: string }[]>();
  // ids that differ by the size of their letters alone would be taken for each other
  if (known.some(({ _id }) => _id.toLowerCase() === id.toLowerCase())) throw exists(id);
  if (known.length >= mostSurveys)
    throw problem('round-invalid', {
      detail: `There are ${mostSurveys} rounds; no more can be counted.`,
    });
  const content: RoundContent = from
    ? { ...contentOf(await findRound(context, from)), ...names, opensAt: null, closesAt: null }
    : newRound(names);
  const at = context.now();
  const stored: StoredSurvey = {
    _id: id,
    version: 0,
    state: 'draft',
    stateReason: null,
    revision: 1,
    ...content,
    draft: { content, by, changedAt: at },
    states: [{ state: 'draft', reason: null, by, at }],
  };
  try {
    await model.collection.insertOne(stored as never);
  } catch (error) {
    throw isDuplicateKey(error) ? exists(id) : error;
  }
  return stored;
}

const exists = (id: string) => problem('round-exists', { detail: `There is a round \`${id}\`.` });
