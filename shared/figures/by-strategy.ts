// Which share of the responses raises each strategy, and what that lets one say about their order.
// A response may raise several, so the shares add to more than 1.
import type { StrategyClaim } from '../api/claims.ts';
import type { CountsOf } from '../api/figures.ts';
import { wilson } from '../statistics/wilson.ts';
import { type Strategy, strategies } from '../survey/strategies.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

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

export function strategyShares({
  strip,
  filters,
  figures,
}: CountsOf<'by-strategy'>): StrategyShares {
  const base = strip.responses;
  const sums = new Map(figures['by-strategy'].map((row) => [row.strategy, row]));
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

export function strategyClaims(counts: CountsOf<'by-strategy'>): StrategyClaim[] {
  const { rows, base } = strategyShares(counts);
  const [first, second] = rows;
  if (first === undefined || second === undefined) return [];
  if (base < leastBase || first.responses === 0) return [];
  const { strategy, responses } = first;
  // so few of few are no finding, and would not be for outside
  if (base < rankingBase) {
    return responses < leastBase ? [] : [{ code: 'few', strategy, responses, of: base }];
  }
  return [orderOf(first, second, rows, base), shareOf(first, base)];
}

function orderOf(
  first: StrategyShare,
  second: StrategyShare,
  rows: readonly StrategyShare[],
  base: number,
): StrategyClaim {
  const [a, b, c] = [first, second, rows[2]].map((row) => (row?.responses ?? 0) / base) as [
    number,
    number,
    number,
  ];
  if (isAhead(a, b, base)) {
    return { code: 'leads', strategy: first.strategy, points: (a - b) * 100 };
  }
  if (rows.length > 2 && isAhead(b, c, base)) {
    return { code: 'pair', strategies: [first.strategy, second.strategy] };
  }
  return { code: 'close', strategies: rows.slice(0, 3).map(({ strategy }) => strategy) };
}

/** Φ⁻¹(1 − 0.05/10): the first is compared with five others. */
const z = 2.5758293035489004;

/**
 * Is share a clearly larger than b, both of the same n responses? The variance of a difference of two shares of one
 * sample (Goodman 1965) is largest when nobody raises both, so leaving the overlap out errs towards saying less.
 */
function isAhead(a: number, b: number, n: number): boolean {
  return a - b > z * Math.sqrt((a + b - (a - b) ** 2) / n);
}

function shareOf(row: StrategyShare, of: number): StrategyClaim {
  const { strategy, responses, share, low, high } = row;
  return {
    code: 'share',
    strategy,
    share: share ?? 0,
    low: low ?? 0,
    high: high ?? 1,
    responses,
    of,
  };
}

export type OrderClaim = Exclude<StrategyClaim, { code: 'share' }>;
export type ShareClaim = Extract<StrategyClaim, { code: 'share' }>;

/** What is said first, and the share that stands behind it; null where nothing can be said. */
export interface StrategyFinding {
  readonly order: OrderClaim | null;
  readonly share: ShareClaim | null;
}

export function strategyFinding(claims: readonly StrategyClaim[]): StrategyFinding {
  return {
    order: claims.find((claim): claim is OrderClaim => claim.code !== 'share') ?? null,
    share: claims.find((claim): claim is ShareClaim => claim.code === 'share') ?? null,
  };
}
