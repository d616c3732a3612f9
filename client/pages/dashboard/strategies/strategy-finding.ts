// What figure 1 lets one say about the order of the strategies.
import type { Strategy } from '../../../../shared/survey/strategies.ts';
import { leastBase, rankingBase } from '../small-numbers.ts';
import type { StrategyShare, StrategyShares } from './strategy-shares.ts';

export type StrategyFinding =
  /** nothing to say: too few, or only one is shown */
  | { readonly kind: 'plain' }
  /** few responses: x of n, no ranking */
  | { readonly kind: 'few'; readonly first: StrategyShare; readonly base: number }
  /** `points`: percentage points between first and second */
  | { readonly kind: 'leads'; readonly first: StrategyShare; readonly points: number }
  /** two are level, and clearly before the others */
  | { readonly kind: 'pair'; readonly first: StrategyShare; readonly second: StrategyShare }
  | {
      readonly kind: 'close';
      readonly first: StrategyShare;
      readonly strategies: readonly Strategy[];
    };

/** Φ⁻¹(1 − 0.05/10): the first is compared with five others. */
const z = 2.5758293035489004;

/**
 * Is share a clearly larger than b, both of the same n responses? The variance of a difference of two shares of one
 * sample (Goodman 1965) is largest when nobody raises both, so leaving the overlap out errs towards saying less.
 */
function isAhead(a: number, b: number, n: number): boolean {
  return a - b > z * Math.sqrt((a + b - (a - b) ** 2) / n);
}

export function strategyFinding({ rows, base }: StrategyShares): StrategyFinding {
  const [first, second, third] = rows;
  if (first === undefined || second === undefined) return { kind: 'plain' };
  if (base < leastBase || first.responses === 0) return { kind: 'plain' };
  if (base < rankingBase) return { kind: 'few', first, base };
  const [a, b, c] = [first, second, third].map((row) => row?.share ?? 0) as [
    number,
    number,
    number,
  ];
  if (isAhead(a, b, base)) return { kind: 'leads', first, points: (a - b) * 100 };
  if (third !== undefined && isAhead(b, c, base)) return { kind: 'pair', first, second };
  return { kind: 'close', first, strategies: rows.slice(0, 3).map(({ strategy }) => strategy) };
}
