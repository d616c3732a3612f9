// Fills one survey with invented responses, through the same rules and the same insert as everyone's.
import { bangkokDay } from '../shared/text/bangkok-day.ts';
import type { Context } from './context.ts';
import { type Invention, inventedEntries } from './invented-entries.ts';
import type { Entry, Inserting } from './responses/insert-responses.ts';
import { insertResponses } from './responses/insert-responses.ts';
import { readSurvey } from './surveys/read-survey.ts';

export interface Filling extends Omit<Invention, 'survey' | 'today'> {
  readonly survey: string;
}

interface HowToFill {
  /** hears how many are done */
  readonly progress?: (done: number) => void;
  /** where the responses are invented: here, or beside */
  readonly invent?: (
    invention: Invention,
  ) => Iterable<readonly Entry[]> | AsyncIterable<readonly Entry[]>;
}

/** Inserts invented responses part by part, in constant memory: while one goes to the disk, the next is made ready. */
export async function fill(
  context: Inserting & Pick<Context, 'stopping'>,
  filling: Filling,
  { progress, invent = (invention) => inventedEntries(invention) }: HowToFill = {},
): Promise<void> {
  const survey = await readSurvey(context, filling.survey);
  const today = bangkokDay(context.now());
  let done = 0;
  const insert = async (entries: readonly Entry[]): Promise<void> => {
    await insertResponses(context, survey, entries);
    done += entries.length;
    progress?.(done);
  };
  let before = Promise.resolve();
  for await (const entries of invent({ ...filling, survey, today })) {
    if (context.stopping.aborted) break;
    const inserted = insert(entries);
    // heard of below, unless the one before has failed
    inserted.catch(() => undefined);
    await before;
    before = inserted;
  }
  await before;
}
