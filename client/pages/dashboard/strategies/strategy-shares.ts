// Figure 1: which share of the responses raises each strategy. A response may raise several, so they add to more than 1.
import type { FiguresReply, Filters } from '../../../../shared/api/figures.ts';
import { wilson } from '../../../../shared/statistics/wilson.ts';
import { type Strategy, strategies } from '../../../../shared/survey/strategies.ts';
import { leastBase } from '../small-numbers.ts';

export interface StrategyShare {
  readonly strategy: Strategy;
  readonly issues: number;
  readonly responses: number;
  /** people affected, as far as known */
  readonly affected: number;
  /** share of the responses, 0–1, and its 95 % interval; null under a base of 5 */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface StrategyShares {
  /** most responses first */
  readonly rows: readonly StrategyShare[];
  /** all responses counted */
  readonly base: number;
}

export function strategyShares(reply: FiguresReply, filters: Filters): StrategyShares {
  const base = reply.strip.responses;
  const sums = new Map((reply.figures['by-strategy'] ?? []).map((row) => [row.strategy, row]));
  const rows = strategies
    .filter((strategy) => filters.strategy?.includes(strategy) ?? true)
    .map((strategy) => {
      const { issues = 0, responses = 0, affected = 0 } = sums.get(strategy) ?? {};
      const interval = base < leastBase ? null : wilson(responses, base);
      return {
        strategy,
        issues,
        responses,
        affected,
        share: interval?.share ?? null,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      };
    });
  return { rows: rows.toSorted((a, b) => b.responses - a.responses), base };
}
