// Rates of provinces against the range that is usual for their size: small ones do not look extreme by chance.
import { zOfLevel } from './normal.ts';
import { quantile } from './quantile.ts';

type Limits = readonly [low: number, high: number];

export interface Funnel {
  /** the rate of all together, per `per` */
  readonly target: number;
  readonly z: readonly number[];
  /** mean of the squared z, their tails cut at 10 % and 90 % */
  readonly phi: number;
  readonly overdispersed: boolean;
  /** what they differ by beyond chance */
  readonly tau2: number;
  readonly zAdjusted: readonly number[];
  readonly limits95: readonly Limits[];
  readonly limits998: readonly Limits[];
}

/**
 * Limits of each from its size, made wider where all differ by more than chance. Null with fewer than two or without any count.
 * Spiegelhalter 2005, Statistics in Medicine 24:1185; DerSimonian & Laird 1986.
 */
export function funnel(
  counts: readonly number[],
  populations: readonly number[],
  per = 100_000,
): Funnel | null {
  const count = sum(counts);
  if (counts.length < 2 || count === 0) return null;
  const target = (per * count) / sum(populations);
  const spread = populations.map((population) => Math.sqrt((per * target) / population));
  const above = counts.map((one, i) => (per * one) / (populations[i] ?? 0) - target);
  const z = above.map((one, i) => one / (spread[i] ?? 1));
  const { phi, overdispersed, tau2 } = dispersion(z, spread);
  const wide = spread.map((one) => Math.sqrt(one * one + tau2));
  const limits = (level: number) =>
    populations.map((population) => funnelLimitsAt(target, tau2, population, level, per));
  return {
    target,
    z,
    phi,
    overdispersed,
    tau2,
    zAdjusted: above.map((one, i) => one / (wide[i] ?? 1)),
    limits95: limits(0.95),
    limits998: limits(0.998),
  };
}

/** What is usual for this many people. */
export function funnelLimitsAt(
  target: number,
  tau2: number,
  population: number,
  level: number,
  per = 100_000,
): Limits {
  const half = zOfLevel(level) * Math.sqrt((per * target) / population + tau2);
  return [Math.max(0, target - half), target + half];
}

function dispersion(z: readonly number[], spread: readonly number[]) {
  const [low, high] = [quantile(z, 0.1) ?? 0, quantile(z, 0.9) ?? 0];
  const n = z.length;
  const phi = sum(z.map((one) => Math.min(high, Math.max(low, one)) ** 2)) / n;
  const overdispersed = phi > 1 + 2 * Math.sqrt(2 / n);
  const weights = spread.map((one) => 1 / (one * one));
  const all = sum(weights);
  const scale = all - sum(weights.map((one) => one * one)) / all;
  return { phi, overdispersed, tau2: overdispersed ? Math.max(0, (n * phi - (n - 1)) / scale) : 0 };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
