// Days of some years, heavier in busy months and in later years, given out in order.
import { monthWeights, yearlyGrowth } from './distributions.ts';

/** three years, unless told otherwise */
const usually = 3 * 365;
const dayMs = 86_400_000;

/** `day(i, of)`: the day of the i-th of so many responses, ascending; `until` is the last of so many days, `YYYY-MM-DD`. */
export function dayOf(
  until: string,
  span = usually,
): (i: number, of: number) => { day: string; year: number } {
  const last = Date.parse(`${until}T00:00:00Z`);
  const first = last - (span - 1) * dayMs;
  const days: string[] = [];
  const steps: number[] = [];
  let sum = 0;
  for (let at = first; at <= last; at += dayMs) {
    const date = new Date(at);
    const year = Math.floor((at - first) / (365 * dayMs));
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6 ? 0.4 : 1;
    sum += (monthWeights[date.getUTCMonth()] ?? 1) * yearlyGrowth ** year * weekend;
    days.push(date.toISOString().slice(0, 10));
    steps.push(sum);
  }
  let at = 0;
  return (i, of) => {
    const goal = ((i + 0.5) / of) * sum;
    if ((steps[at - 1] ?? 0) > goal) at = 0;
    while ((steps[at] ?? Number.POSITIVE_INFINITY) < goal && at < days.length - 1) at++;
    return { day: days[at] ?? until, year: Math.floor(at / 365) };
  };
}
