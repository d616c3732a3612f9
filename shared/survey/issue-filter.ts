// Which issues of a response a filter means: a number counts issues, so its list and its export show the same ones.
import type { Filters } from '../api/figures.ts';
import { countsTowards, isLinked, type LinkSet, noLinks } from '../plan/issue-links.ts';
import type { CheckedIssue } from './response.ts';

export type IssueFilters = Pick<
  Filters,
  'strategy' | 'subPlan' | 'severity' | 'project' | 'linked'
>;

/** `links`: what it is linked to; absent: nothing */
type Filtered = Pick<CheckedIssue, 'strategy' | 'subPlan' | 'severity'> & {
  readonly links?: LinkSet;
};

/** `none` means an issue without that value; an absent list means every issue. */
export function passesIssue(
  { links = noLinks, ...issue }: Filtered,
  { strategy, subPlan, severity, project, linked }: IssueFilters,
): boolean {
  return (
    isAmong(strategy, issue.strategy) &&
    isAmong(severity, issue.severity) &&
    areAmong(subPlan, countsTowards(links, issue.subPlan)) &&
    areAmong(project, links.projects) &&
    isAmong(linked, isLinked(links) ? 'some' : 'none')
  );
}

function isAmong(wanted: readonly string[] | undefined, value: string | number | null): boolean {
  return wanted === undefined || wanted.includes(value === null ? 'none' : String(value));
}

function areAmong(wanted: readonly string[] | undefined, values: readonly string[]): boolean {
  if (wanted === undefined) return true;
  return values.length === 0
    ? wanted.includes('none')
    : values.some((value) => wanted.includes(value));
}
