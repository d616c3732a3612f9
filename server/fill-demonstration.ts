// Fills an empty demonstration with invented responses, through the same rules and the same insert as everyone's.

import { generateResponses } from '../seed/generate.ts';
import { districtsOf } from '../shared/places/districts.ts';
import { checkResponse } from '../shared/survey/check-response.ts';
import { bangkokDay } from '../shared/text/dates.ts';
import type { Context } from './context.ts';
import { isFilled, markAsFilled } from './demonstration-mark.ts';
import type { Entry, Inserting } from './responses/insert-responses.ts';
import { insertResponses } from './responses/insert-responses.ts';
import { firstSurvey } from './surveys/demonstration-survey.ts';
import { readSurvey } from './surveys/read-survey.ts';

export interface Filling {
  readonly survey: string;
  readonly responses: number;
  readonly seed: number;
  /** the last day of the three years that are filled */
  readonly until: string;
}

const chunk = 1000;

/** Does nothing when the survey has responses already; what a stopped filling left out is added (ids are made from the seed). */
export async function fillDemonstration(context: Context): Promise<void> {
  if (await isFilled(context.db)) return;
  await fill(context, {
    survey: firstSurvey._id,
    responses: 5000,
    seed: 2569,
    until: bangkokDay(context.now()),
  });
  await markAsFilled(context.db);
}

/** Inserts generated responses in chunks, in constant memory; `progress` hears how many are done. */
export async function fill(
  context: Inserting & Pick<Context, 'stopping'>,
  filling: Filling,
  progress?: (done: number) => void,
): Promise<void> {
  const survey = await readSurvey(context, filling.survey);
  const today = bangkokDay(context.now());
  let entries: Entry[] = [];
  let done = 0;
  const flush = async () => {
    await insertResponses(context, survey, entries);
    done += entries.length;
    entries = [];
    progress?.(done);
  };
  const districts = (province: string) => districtsOf(province).map(({ name }) => name.th);
  for (const { id, raw, office, by } of generateResponses({ ...filling, districts })) {
    if (context.stopping.aborted) return;
    const { response, violations } = checkResponse(survey, raw, { today, districts: districtsOf });
    if (!response) throw new Error(`the generator broke a rule: ${JSON.stringify(violations)}`);
    entries.push({ id, response, violations, office, by: `demo:${by}` });
    if (entries.length >= chunk) await flush();
  }
  await flush();
}
