// The fiscal years that a project runs in: they begin on 1 October and are called by the Buddhist year they end in.
import { fiscalYearOf } from '../figures/by-fiscal-year.ts';

/** Of a day `YYYY-MM-DD`, such as 2569. */
export const fiscalYearOfDay = (day: string): number => fiscalYearOf(day.slice(0, 7));

/** From the year of the first day to the year of the last one; empty when it ends before it starts. */
export function horizonOf({
  start,
  end,
}: {
  readonly start: string;
  readonly end: string;
}): number[] {
  const first = fiscalYearOfDay(start);
  const length = Math.max(0, fiscalYearOfDay(end) - first + 1);
  return Array.from({ length }, (_, index) => first + index);
}
