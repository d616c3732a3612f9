// Fills an empty demonstration with invented responses, through the same rules and the same insert as everyone's.

import { randomUUID } from 'node:crypto';
import { bangkokDay } from '../shared/text/dates.ts';
import type { Context } from './context.ts';
import { isFilled, markAsFilled } from './demonstration-mark.ts';
import { type Invention, inventedEntries } from './invented-entries.ts';
import type { WorkLease } from './leases/leases.ts';
import type { Entry, Inserting } from './responses/insert-responses.ts';
import { insertResponses } from './responses/insert-responses.ts';
import { firstSurvey } from './surveys/demonstration-survey.ts';
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

/**
 * The lease to fill it, which one of several starts gets; the others wait here until it is filled. undefined: it is.
 * @throws when the server stops
 */
export async function leaseToFill({
  db,
  leases,
  stopping,
}: Pick<Context, 'db' | 'leases' | 'stopping'>): Promise<WorkLease | undefined> {
  while (!(await isFilled(db))) {
    const lease = await leases.takeWhenLeft('demonstration', randomUUID());
    if (lease) return lease;
    stopping.throwIfAborted();
  }
  return undefined;
}

/** Fills what is not filled. What a stopped filling left out is added (ids are made from the seed). */
export async function fillDemonstration(context: Context, lease: WorkLease): Promise<void> {
  try {
    if (await isFilled(context.db)) return;
    await fill(context, {
      survey: firstSurvey._id,
      responses: 5000,
      seed: 2569,
      until: bangkokDay(context.now()),
    });
    if (!context.stopping.aborted) await markAsFilled(context.db);
  } finally {
    await lease.release();
  }
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
