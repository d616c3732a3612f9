// How many issues respondents put on each level. Levels have an order, not a distance: no mean.
import type { SeverityClaim } from '../api/claims.ts';
import type { CountsOf } from '../api/figures.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

export interface SeverityCount {
  /** '1'…'5' or 'none' */
  readonly level: string;
  readonly issues: number;
  /** of the issues that have a level, 0–1; null for `none`, and under a base of 5 */
  readonly share: number | null;
}

const levels = ['5', '4', '3', '2', '1', 'none'] as const;

/** Highest level first, those without one last; where levels were chosen, these alone. */
export function severityCounts({ figures, filters }: CountsOf<'by-severity'>): SeverityCount[] {
  const counts = new Map(figures['by-severity'].map((row) => [row.severity, row.issues]));
  const issuesOf = (level: string) => counts.get(level) ?? 0;
  const known = levels.reduce((sum, level) => sum + (level === 'none' ? 0 : issuesOf(level)), 0);
  const shown = levels.filter((level) => filters.severity?.includes(level) ?? true);
  return shown.map((level) => {
    const issues = issuesOf(level);
    return { level, issues, share: level === 'none' || known < leastBase ? null : issues / known };
  });
}

/** Nothing with fewer than 30 issues that have a level, nor where levels were chosen: all are as chosen. */
export function severityClaims(counts: CountsOf<'by-severity'>): SeverityClaim[] {
  if (counts.filters.severity !== undefined) return [];
  const rows = severityCounts(counts);
  const known = rows.reduce((sum, { level, issues }) => sum + (level === 'none' ? 0 : issues), 0);
  if (known < rankingBase) return [];
  const high = rows.filter(({ level }) => level === '5' || level === '4');
  const share = high.reduce((sum, { issues }) => sum + issues, 0) / known;
  return [{ code: 'rated-high', share, of: known }];
}

export function severityFinding(claims: readonly SeverityClaim[]): SeverityClaim | null {
  return claims[0] ?? null;
}
