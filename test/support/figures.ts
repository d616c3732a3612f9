// Replies about figures, as small as a test needs them.
import type { Figures, FiguresReply, Strip } from '../../shared/api/figures.ts';
import { strategies } from '../../shared/survey/strategies.ts';

export const aReply = (strip: Partial<Strip>, figures: Figures = {}): FiguresReply => ({
  asOf: '2026-11-23T09:40:00.000Z',
  filters: {},
  strip: {
    issues: 0,
    responses: 0,
    provincesReporting: 0,
    provincesExpected: 77,
    pending: 0,
    unmatched: 0,
    ...strip,
  },
  figures,
});

export const sums = { affected: 0, affectedKnown: 0, severity: { mean: null, n: 0 } };

/** responses of each strategy in the order of the strategies; issues are the same */
export const byStrategy = (...counts: number[]): Figures => ({
  'by-strategy': strategies.map((strategy, at) => ({
    ...sums,
    strategy,
    issues: counts[at] ?? 0,
    responses: counts[at] ?? 0,
  })),
});
