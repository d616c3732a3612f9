// How few topics make most of what was raised: titles that say nearly the same are one topic.
import type { ParetoClaim } from '../api/claims.ts';
import type { FiguresOf } from '../api/figures.ts';
import { paretoPoint } from '../statistics/concentration.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

export type ParetoTopics = FiguresOf<'pareto'>['pareto'];

/** What is counted of one topic. */
export interface TopicCount {
  /** its most frequent wording */
  readonly title: string;
  readonly issues: number;
  readonly responses: number;
  /** id of the newest response of it */
  readonly newest: string;
}

/** part of all, in percent, that the few are to make */
const mostOfAll = 50;
const mostListed = 20;

/** `asOf`, `responses` and `of`: when it was counted, how many responses were looked through, of how many */
export function paretoTopics(
  topics: readonly TopicCount[],
  about: Pick<ParetoTopics, 'asOf' | 'responses' | 'of'>,
): ParetoTopics {
  const sorted = topics.toSorted((a, b) => b.issues - a.issues || (a.title < b.title ? -1 : 1));
  const counts = sorted.map(({ issues }) => issues);
  const point = paretoPoint(counts, mostOfAll);
  return {
    ...about,
    issues: counts.reduce((sum, count) => sum + count, 0),
    topics: topics.length,
    half: point && { topics: point.units, share: point.reached },
    // what fewer have said could be somebody's own words
    list: sorted.filter(({ responses }) => responses >= leastBase).slice(0, mostListed),
  };
}

/** Few make half, or nothing is said: not of few issues, nor where it takes most topics. */
export function paretoClaims({ issues, topics, half }: ParetoTopics): ParetoClaim[] {
  if (half === null || issues < rankingBase || half.topics * 4 > topics) return [];
  return [{ code: 'few-make-half', topics: half.topics, of: topics, share: half.share, issues }];
}
