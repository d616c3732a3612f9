// Replies about figures, as small as a test needs them, with the claims that the server makes of such numbers.
import type {
  FigureName,
  FiguresOf,
  FiguresReplyOf,
  Filters,
  Strip,
} from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import { claimsOf } from '../../shared/figures/claims.ts';
import { strategies } from '../../shared/survey/strategies.ts';

const nothing: FiguresOf<FigureName> = {
  summary: {
    issues: 0,
    responses: 0,
    affected: 0,
    affectedKnown: 0,
    severity: { mean: null, n: 0 },
    agency: 0,
    citizen: 0,
  },
  'by-province': [],
  'by-strategy': [],
  'province-strategy': [],
  'by-month': [],
  'by-respondent': [],
  'by-severity': [],
  'by-channel': [],
  'respondent-strategy': [],
};

export function aReply<Name extends FigureName = never>(
  strip: Partial<Strip>,
  figures: FiguresOf<Name>,
  filters: Filters & { readonly scope?: Scope } = {},
): FiguresReplyOf<Name> {
  const counts = {
    asOf: '2026-11-23T09:40:00.000Z',
    filters,
    strip: {
      issues: 0,
      responses: 0,
      of: strip.responses ?? 0,
      provincesReporting: 0,
      provincesMatching: 0,
      provincesExpected: 77,
      pending: 0,
      unmatched: 0,
      ...strip,
    },
  };
  const names = Object.keys(figures) as Name[];
  const claims = claimsOf(names, { ...counts, figures: { ...nothing, ...figures } });
  return {
    ...counts,
    countsFrom: 'received',
    figures,
    claims: claims as FiguresReplyOf<Name>['claims'],
  };
}

export const sums = { affected: 0, affectedKnown: 0, severity: { mean: null, n: 0 } };

/** responses of each strategy in the order of the strategies; issues are the same */
export const byStrategy = (...counts: number[]): FiguresOf<'by-strategy'> => ({
  'by-strategy': strategies.map((strategy, at) => ({
    ...sums,
    strategy,
    issues: counts[at] ?? 0,
    responses: counts[at] ?? 0,
  })),
});
