// The results of a project, indicator by indicator over their years.
import type { IndicatorProgress, ProjectResult } from '../api/plan.ts';
import { courseProgress } from './progress.ts';

/** `thisYear`: the fiscal year of today; one that is over, and of which nothing was reported, is missing. */
export function indicatorProgress(
  results: readonly ProjectResult[],
  thisYear: number,
): IndicatorProgress[] {
  const keys = [...new Set(results.map(({ indicator }) => indicator))];
  return keys.map((indicator) => {
    const years = results
      .filter((one) => one.indicator === indicator)
      .sort((a, b) => a.year - b.year);
    return { indicator, ...overYears(years), missing: missingIn(years, thisYear) };
  });
}

/** From the first baseline to the last target, by the last value that was reported. */
function overYears(years: readonly ProjectResult[]) {
  const [first, last] = [years.find(({ baseline }) => baseline !== null), years.at(-1)];
  const latest = years.findLast(({ reached }) => reached !== null);
  if (!first || !last) return { class: 'not-enough-data', ratio: null } as const;
  return courseProgress({
    baseline: first.baseline,
    baselineYear: first.baselineYear,
    target: last.target,
    targetYear: last.year,
    latest: latest ? { year: latest.year, value: latest.reached ?? 0 } : null,
  });
}

function missingIn(years: readonly ProjectResult[], thisYear: number): number[] {
  return years
    .filter(({ year, reached }) => year < thisYear && reached === null)
    .map(({ year }) => year);
}
