// What may be wrong with what was collected: who did not report, what was left unanswered, answers all alike, odd durations.
import { z95 } from './normal.ts';
import { medianOf } from './quantile.ts';
import { madToDeviation } from './robust-z.ts';
import { type Interval, wilson } from './wilson.ts';

/** How many places report, and how much of the population lives there. No interval: all of them are known. */
export function coverage(reporting: readonly boolean[], populations: readonly number[]) {
  const people = (of: (index: number) => boolean) =>
    populations.reduce((sum, one, index) => sum + (of(index) ? one : 0), 0);
  const count = reporting.filter(Boolean).length;
  return {
    reporting: count,
    of: reporting.length,
    share: count / reporting.length,
    populationShare: people((index) => reporting[index] === true) / people(() => true),
  };
}

/** The share of those asked, and to whom it applies, who left a question unanswered. */
export function itemNonResponse(
  asked: number,
  notApplicable: number,
  answered: number,
  z: number = z95,
): Interval | null {
  const base = asked - notApplicable;
  return wilson(base - answered, base, z);
}

export interface StraightLine {
  readonly n: number;
  /** of the answers, how many are the most frequent one, 0–1 */
  readonly modalShare: number;
  readonly longestRun: number;
  readonly identical: boolean;
}

/** Ratings of one response; null under three. Herzog & Bachman 1981; Meade & Craig 2012. */
export function straightLining(answers: readonly (number | null)[]): StraightLine | null {
  const known = answers.filter((answer) => answer !== null);
  if (known.length < 3) return null;
  const times = new Map<number, number>();
  let [run, longestRun] = [0, 0];
  known.forEach((answer, index) => {
    times.set(answer, (times.get(answer) ?? 0) + 1);
    run = answer === known[index - 1] ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  });
  const modal = Math.max(...times.values());
  return {
    n: known.length,
    modalShare: modal / known.length,
    longestRun,
    identical: times.size === 1,
  };
}

export type DurationFlag = 'none' | 'fast' | 'slow' | 'invalid';

/**
 * Seconds each response took: under a third of the median is fast, far out on the logarithm slow. Null under ten valid ones.
 * Greszki, Meyer & Schoen 2015.
 */
export function durationOutliers(seconds: readonly (number | null)[]) {
  const valid = seconds.filter((one) => one !== null && one > 0).map(Number);
  const median = medianOf(valid);
  const middle = medianOf(valid.map(Math.log));
  if (median === null || middle === null || valid.length < 10) return null;
  const mad = medianOf(valid.map((one) => Math.abs(Math.log(one) - middle))) ?? 0;
  const z = seconds.map((one) => {
    if (one === null || one <= 0) return null;
    return mad === 0 ? 0 : (madToDeviation * (Math.log(one) - middle)) / mad;
  });
  const flags = seconds.map((one, index): DurationFlag => {
    if (one === null || one <= 0) return 'invalid';
    if (3 * one < median) return 'fast';
    return (z[index] ?? 0) > 3.5 ? 'slow' : 'none';
  });
  return { median, z, flags };
}
