// Figure: which share of agencies' and of citizens' responses raises each strategy, and whether they differ.
import type { FiguresReply } from '../../../../shared/api/figures.ts';
import {
  compareGroups,
  type Difference,
  type Group,
} from '../../../../shared/statistics/two-groups.ts';
import { type Strategy, strategies } from '../../../../shared/survey/strategies.ts';
import { leastBase } from '../small-numbers.ts';
import type { Groups } from './use-groups.ts';

export interface GroupShare {
  readonly strategy: Strategy;
  /** responses that raise it, and their share of the group's, 0–1 */
  readonly agency: { readonly responses: number; readonly share: number };
  readonly citizen: { readonly responses: number; readonly share: number };
  readonly test: Difference;
}

export interface GroupShares {
  readonly agencies: number;
  readonly citizens: number;
  /** largest difference first; none where a group is too small */
  readonly rows: readonly GroupShare[];
}

export function groupShares({ agency, citizen }: Groups): GroupShares {
  const [first, second] = [groupOf(agency), groupOf(citizen)];
  const bases = { agencies: first.responses, citizens: second.responses };
  if (Math.min(first.responses, second.responses) < leastBase) return { ...bases, rows: [] };
  const tests = compareGroups(first, second);
  const rows = strategies.flatMap((strategy, at) => {
    const test = tests[at];
    return test === undefined
      ? []
      : [{ strategy, agency: shareOf(first, at), citizen: shareOf(second, at), test }];
  });
  const size = ({ test }: GroupShare) => Math.abs(test.difference ?? 0);
  return { ...bases, rows: rows.toSorted((a, b) => size(b) - size(a)) };
}

function groupOf({ strip, figures }: FiguresReply): Group {
  const sums = new Map((figures['by-strategy'] ?? []).map((row) => [row.strategy, row.responses]));
  return {
    responses: strip.responses,
    raised: strategies.map((strategy) => sums.get(strategy) ?? 0),
  };
}

function shareOf({ responses, raised }: Group, at: number) {
  const count = raised[at] ?? 0;
  return { responses: count, share: count / responses };
}
