// The problems of a project before its first day and since: shares of what is sorted, and their difference. It proves no cause.
import { claimAlpha } from '../figures/claim-level.ts';
import { leastBase, rankingBase } from '../figures/small-numbers.ts';
import { compareGroups } from '../statistics/two-groups.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Responses of some days: those that raise what the project is for, of those that are sorted into any sub-plan. */
export interface Raised {
  readonly responses: number;
  readonly of: number;
}

export interface BeforeSince {
  readonly before: Interval;
  readonly since: Interval;
  /** since minus before, in shares, and its 95 % interval (Newcombe) */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** beyond what chance explains, and neither side small */
  readonly differs: boolean;
}

/** The year before the first day, and from it to the last day that has passed; null: it has not begun. */
export function daysBeforeAndSince(
  { start, end }: { readonly start: string; readonly end: string },
  today: string,
): { readonly before: Days; readonly since: Days } | null {
  if (start > today) return null;
  const dayBefore = new Date(Date.parse(`${start}T00:00:00Z`) - 86_400_000);
  const yearBefore = `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`;
  return {
    // of 29 February there is none in the year before: as text it still lies between its neighbours
    before: {
      from: yearBefore.endsWith('-02-29') ? `${yearBefore.slice(0, 4)}-03-01` : yearBefore,
      to: dayBefore.toISOString().slice(0, 10),
    },
    since: { from: start, to: end < today ? end : today },
  };
}

/** null where a side has fewer than five sorted responses. */
export function compareBeforeSince(before: Raised, since: Raised): BeforeSince | null {
  const smallest = Math.min(before.of, since.of);
  const shares = [before, since].map(({ responses, of }) => wilson(responses, of));
  const [was, is] = shares;
  const [test] = compareGroups(
    { responses: since.of, raised: [since.responses] },
    { responses: before.of, raised: [before.responses] },
    claimAlpha,
  );
  if (smallest < leastBase || !was || !is || !test) return null;
  const { difference, low, high, differs } = test;
  if (difference === null || low === null || high === null) return null;
  return {
    before: was,
    since: is,
    difference,
    low,
    high,
    differs: differs && smallest >= rankingBase,
  };
}
