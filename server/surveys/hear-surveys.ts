// What is heard of a survey that another process has changed: how its responses count.
import * as v from 'valibot';
import type { Context } from '../context.ts';
import type { Change, ChangesOf } from '../db/watch.ts';
import { mostSurveys } from './read-survey.ts';
import { storedSurveys } from './survey.model.ts';

const fields = { countApprovedOnly: 1 } as const;
const Counting = v.object({ _id: v.string(), countApprovedOnly: v.boolean() });

export const watchedSurveys: ChangesOf = { collection: storedSurveys, fields };

/** One that cannot be understood counts as it did. */
export function hearSurvey(
  { facts }: Pick<Context, 'facts'>,
  { document }: Pick<Change, 'document'>,
) {
  if (!v.is(Counting, document)) return;
  facts.setSurvey({ id: document._id, countApprovedOnly: document.countApprovedOnly });
}

/** There are few: all of them are read. */
export async function hearSurveys({ db, facts }: Pick<Context, 'db' | 'facts'>): Promise<void> {
  const all = await db.model(storedSurveys).find({}, fields).limit(mostSurveys).lean();
  for (const document of all) hearSurvey({ facts }, { document });
}
