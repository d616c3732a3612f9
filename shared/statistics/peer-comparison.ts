// A province against those like it: how many times their median rate, and is that more than they differ among themselves?
import { medianOf } from './quantile.ts';
import { madToDeviation } from './robust-z.ts';

export interface PeerComparison {
  readonly rate: number;
  readonly peerMedian: number;
  /** what it would have at their median rate */
  readonly expected: number;
  /** null where their median is 0 */
  readonly ratio: number | null;
  readonly z: number;
  readonly flag: 'high' | 'low' | 'none';
}

const leastPeers = 5;
const unusual = 3.5;
const leastCount = 5;

/** `peers`: count and population of each that reports, without the province itself; null with fewer than five. Hampel 1974. */
export function peerComparison(
  count: number,
  population: number,
  peers: readonly (readonly [count: number, population: number])[],
  per = 100_000,
): PeerComparison | null {
  if (peers.length < leastPeers) return null;
  const rates = peers.map(([one, of]) => (per * one) / of);
  const peerMedian = medianOf(rates) ?? 0;
  const mad = medianOf(rates.map((one) => Math.abs(one - peerMedian))) ?? 0;
  const rate = (per * count) / population;
  const expected = (peerMedian * population) / per;
  const noise = (per * Math.sqrt(Math.max(expected, 1))) / population;
  const z = (rate - peerMedian) / Math.max(mad / madToDeviation, noise);
  const ratio = peerMedian === 0 ? null : rate / peerMedian;
  const high = z >= unusual && count >= leastCount && (ratio === null || ratio >= 2);
  const low = z <= -unusual && ratio !== null && ratio <= 0.5 && expected >= leastCount;
  return { rate, peerMedian, expected, ratio, z, flag: high ? 'high' : low ? 'low' : 'none' };
}
