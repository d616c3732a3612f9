// Figure: how many issues respondents put on each level. Levels have an order, not a distance: no mean.
import type { FiguresReply } from '../../../../shared/api/figures.ts';
import { leastBase, rankingBase } from '../small-numbers.ts';

export interface SeverityRow {
  /** '1'…'5' or 'none' */
  readonly level: string;
  readonly issues: number;
  /** of the issues that have a level, 0–1; null for `none`, and under a base of 5 */
  readonly share: number | null;
}

const levels = ['5', '4', '3', '2', '1', 'none'] as const;

export function severityRows(reply: FiguresReply): SeverityRow[] {
  const counts = new Map(
    (reply.figures['by-severity'] ?? []).map((row) => [row.severity, row.issues]),
  );
  const issuesOf = (level: string) => counts.get(level) ?? 0;
  const known = levels.reduce((sum, level) => sum + (level === 'none' ? 0 : issuesOf(level)), 0);
  return levels.map((level) => {
    const issues = issuesOf(level);
    return { level, issues, share: level === 'none' || known < leastBase ? null : issues / known };
  });
}

/** Share of the two highest levels among issues that have one; null with fewer than 30 of them. */
export function highShare(rows: readonly SeverityRow[]): number | null {
  const known = rows.reduce((sum, { level, issues }) => sum + (level === 'none' ? 0 : issues), 0);
  if (known < rankingBase) return null;
  const high = rows.filter(({ level }) => level === '5' || level === '4');
  return high.reduce((sum, { issues }) => sum + issues, 0) / known;
}
