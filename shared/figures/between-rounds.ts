// Which share of the responses raises each strategy in one round and in another, and whether the two differ.
import type { CountsOf } from '../api/figures.ts';
import { compareGroups, type Group } from '../statistics/two-groups.ts';
import { type Strategy, strategies } from '../survey/strategies.ts';
import { claimAlpha } from './claim-level.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

export interface RoundShare {
  readonly strategy: Strategy;
  /** responses that raise it, and their share of the round's, 0–1 */
  readonly now: { readonly responses: number; readonly share: number };
  readonly before: { readonly responses: number; readonly share: number };
  /** now minus before, in shares, and its 95 % interval */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** clear after Holm over the six, and neither round too small to say so */
  readonly differs: boolean;
}

export interface BetweenRounds {
  readonly now: number;
  readonly before: number;
  /** in the order of the strategies; none where a round is too small for shares */
  readonly rows: readonly RoundShare[];
}

type Counts = CountsOf<'by-strategy'>;

export function betweenRounds(now: Counts, before: Counts): BetweenRounds {
  const [first, second] = [groupOf(now), groupOf(before)];
  const bases = { now: first.responses, before: second.responses };
  const smallest = Math.min(first.responses, second.responses);
  if (smallest < leastBase) return { ...bases, rows: [] };
  const tests = compareGroups(first, second, claimAlpha);
  const rows = strategies.flatMap((strategy, at): RoundShare[] => {
    const { difference = null, low = null, high = null, differs = false } = tests[at] ?? {};
    if (difference === null || low === null || high === null) return [];
    const [one, other] = [shareOf(first, at), shareOf(second, at)];
    const isClear = differs && smallest >= rankingBase;
    return [{ strategy, now: one, before: other, difference, low, high, differs: isClear }];
  });
  return { ...bases, rows };
}

function groupOf({ strip, figures }: Counts): Group {
  const raised = new Map(figures['by-strategy'].map((row) => [row.strategy, row.responses]));
  return {
    responses: strip.responses,
    raised: strategies.map((strategy) => raised.get(strategy) ?? 0),
  };
}

function shareOf({ responses, raised }: Group, at: number) {
  const count = raised[at] ?? 0;
  return { responses: count, share: count / responses };
}

/** What has changed most of what is clear; null: nothing is. */
export function clearestChange({ rows }: BetweenRounds): RoundShare | null {
  const clear = rows.filter(({ differs }) => differs);
  return clear.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0] ?? null;
}
