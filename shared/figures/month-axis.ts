// The months a chart is drawn over: where the data are. One wrong year would stretch it over decades.
import { rankingBase } from './small-numbers.ts';

interface MonthIssues {
  /** such as `2026-02` */
  readonly month: string;
  readonly issues: number;
}

export interface MonthAxis {
  /** from the first to the last, also those in between that have nothing */
  readonly months: readonly string[];
  /** issues of months left out, earlier and later */
  readonly before: number;
  readonly after: number;
}

/** so many months without anything part what is together */
const apart = 6;
/** and what is then alone lies outside if it is under 30 issues, or under this part of the largest run */
const part = 0.01;

export function monthAxis(known: readonly MonthIssues[]): MonthAxis {
  const runs = runsOf(known.toSorted((a, b) => (a.month < b.month ? -1 : 1)));
  const most = Math.max(0, ...runs.map(issuesOf));
  const counts = (run: Run) => {
    const issues = issuesOf(run);
    return issues === most || issues >= Math.max(rankingBase, part * most);
  };
  const [from, to] = [runs.findIndex(counts), runs.findLastIndex(counts)];
  const [first, last] = [runs[from]?.[0]?.month, runs[to]?.at(-1)?.month];
  return {
    months: first === undefined || last === undefined ? [] : monthsBetween(first, last),
    before: sumOf(runs.slice(0, Math.max(0, from)).map(issuesOf)),
    after: sumOf(runs.slice(to + 1).map(issuesOf)),
  };
}

type Run = readonly MonthIssues[];

function runsOf(sorted: readonly MonthIssues[]): Run[] {
  const runs: MonthIssues[][] = [];
  for (const one of sorted) {
    const before = runs.at(-1)?.at(-1);
    if (before && numberOf(one.month) - numberOf(before.month) <= apart) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

const issuesOf = (run: Run): number => sumOf(run.map(({ issues }) => issues));
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** months since the year 0 */
function numberOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function monthsBetween(first: string, last: string): string[] {
  const from = numberOf(first);
  return Array.from({ length: numberOf(last) - from + 1 }, (_, at) => {
    const year = String(Math.floor((from + at) / 12)).padStart(4, '0');
    return `${year}-${String(((from + at) % 12) + 1).padStart(2, '0')}`;
  });
}
