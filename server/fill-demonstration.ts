// Fills an empty demonstration: its round, and the smaller one of the year before.
import { randomUUID } from 'node:crypto';
import { bangkokDay } from '../shared/text/bangkok-day.ts';
import type { Context } from './context.ts';
import { isFilled, markAsFilled } from './demonstration-mark.ts';
import { fillEarlierRound } from './fill-earlier-round.ts';
import { fillPlan } from './fill-plan.ts';
import { nameOfDemonstration } from './fill-sub-plans.ts';
import { fill } from './fill-survey.ts';
import type { WorkLease } from './leases/leases.ts';
import { firstSurvey, nameSubPlans } from './surveys/demonstration-survey.ts';

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
    await fillEarlierRound(context);
    await nameSubPlans(context.db, nameOfDemonstration);
    await fill(context, {
      survey: firstSurvey._id,
      responses: 5000,
      seed: 2569,
      until: bangkokDay(context.now()),
    });
    if (!context.stopping.aborted) await fillPlan(context, firstSurvey._id);
    if (!context.stopping.aborted) await markAsFilled(context.db);
  } finally {
    await lease.release();
  }
}
