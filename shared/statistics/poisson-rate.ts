// A number of events per so many people, and what chance alone could have made of it.
import { gammaScale, lowerGamma, upperGamma } from './gamma.ts';
import { z95, zOfLevel } from './normal.ts';

export interface RateInterval {
  readonly rate: number;
  /** the ends of its interval, usually of 95 % */
  readonly low: number;
  readonly high: number;
}

/**
 * Garwood's exact interval: ½χ²(α/2; 2c) and ½χ²(1 − α/2; 2c + 2) events. null where nobody lives.
 * Garwood 1936; Ulm 1990.
 */
export function poissonRate(
  count: number,
  population: number,
  per = 100_000,
  level = 0.95,
): RateInterval | null {
  if (!(population > 0)) return null;
  const tail = (1 - level) / 2;
  const scale = per / population;
  const low = count === 0 ? 0 : solve(count, byarLow(count), (x) => lowerGamma(count, x) - tail);
  const high = solve(count + 1, byarHigh(count), (x) => tail - upperGamma(count + 1, x));
  return { rate: count * scale, low: low * scale, high: high * scale };
}

/** The same by Byar's approximation, within 1 % from 10 events: for drawing many. Breslow & Day 1987. */
export function byarRate(
  count: number,
  population: number,
  per = 100_000,
  level = 0.95,
): RateInterval | null {
  if (!(population > 0)) return null;
  const scale = per / population;
  const z = zOfLevel(level);
  const low = count === 0 ? 0 : byarLow(count, z, 0);
  return { rate: count * scale, low: low * scale, high: byarHigh(count, z) * scale };
}

/** near enough to begin from, when it stays above 0 */
function byarLow(count: number, z = z95, least = 0.05): number {
  return count * Math.max(least, 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
}

function byarHigh(count: number, z = z95): number {
  const next = count + 1;
  return next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
}

/** Newton's steps to where `miss` is 0; it grows with x by the density of the gamma distribution with shape a. */
function solve(a: number, start: number, miss: (x: number) => number): number {
  let x = start;
  for (let step = 0; step < 60; step++) {
    const by = (miss(x) * x) / gammaScale(a, x);
    // never below 0, however far the first guess was out
    x = Math.max(x / 2, x - by);
    if (Math.abs(by) < 1e-14 * x) break;
  }
  return x;
}

/** Two-sided p of a count where `mean` was expected, both tails alike. Fay 2010. */
export function poissonTwoSidedP(count: number, mean: number): number {
  const atLeast = count === 0 ? 1 : lowerGamma(count, mean);
  return Math.min(1, 2 * Math.min(atLeast, upperGamma(count + 1, mean)));
}
