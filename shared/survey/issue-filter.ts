// Which issues of a response a filter means: a number counts issues, so its list and its export show the same ones.
import type { Filters } from '../api/figures.ts';
import type { CheckedIssue } from './response.ts';

export type IssueFilters = Pick<Filters, 'strategy' | 'subPlan' | 'severity'>;

/** `none` means an issue without that value; an absent list means every issue. */
export function passesIssue(
  issue: Pick<CheckedIssue, 'strategy' | 'subPlan' | 'severity'>,
  { strategy, subPlan, severity }: IssueFilters,
): boolean {
  return (
    isAmong(strategy, issue.strategy) &&
    isAmong(subPlan, issue.subPlan) &&
    isAmong(severity, issue.severity)
  );
}

function isAmong(wanted: readonly string[] | undefined, value: string | number | null): boolean {
  return wanted === undefined || wanted.includes(value === null ? 'none' : String(value));
}
