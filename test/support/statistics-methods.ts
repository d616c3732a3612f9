// The statistics by the names of their reference values: what each takes by name, and what it gives.
import { similarProvinces } from '../../shared/places/similar-provinces.ts';
import { benjaminiHochberg, holm } from '../../shared/statistics/adjust-p.ts';
import { betaQuantile } from '../../shared/statistics/beta.ts';
import {
  adjustedResiduals,
  chiSquareIndependence,
  chiSquareQuantile,
  chiSquareUpperP,
  cramersV,
} from '../../shared/statistics/chi-square.ts';
import { gini, paretoPoint } from '../../shared/statistics/concentration.ts';
import { fightinWords } from '../../shared/statistics/distinctive-words.ts';
import { fisherExact } from '../../shared/statistics/fisher-exact.ts';
import { funnel } from '../../shared/statistics/funnel.ts';
import { mannKendall, mannKendallExact } from '../../shared/statistics/mann-kendall.ts';
import { marshallShrinkage } from '../../shared/statistics/marshall-shrinkage.ts';
import { naturalBreaks } from '../../shared/statistics/natural-breaks.ts';
import {
  fnv1a,
  likenessOf,
  minhash,
  ngramJaccard,
  ngramsOf,
} from '../../shared/statistics/near-duplicates.ts';
import {
  normalCdf,
  normalQuantile,
  normalTwoSidedP,
  zOfLevel,
} from '../../shared/statistics/normal.ts';
import { peerComparison } from '../../shared/statistics/peer-comparison.ts';
import { byarRate, poissonRate } from '../../shared/statistics/poisson-rate.ts';
import { quantile, weightedMean } from '../../shared/statistics/quantile.ts';
import { rateRatio } from '../../shared/statistics/rate-ahead.ts';
import { robustZ, robustZCounts } from '../../shared/statistics/robust-z.ts';
import { seasonalMannKendall } from '../../shared/statistics/seasonal-trend.ts';
import { senSlope } from '../../shared/statistics/sen-slope.ts';
import { standsOut } from '../../shared/statistics/stands-out.ts';
import { suppressTable } from '../../shared/statistics/suppress-table.ts';
import { rangesOf } from '../../shared/statistics/suppression-audit.ts';
import {
  coverage,
  durationOutliers,
  itemNonResponse,
  straightLining,
} from '../../shared/statistics/survey-quality.ts';
import { compareGroups, newcombe, twoProportionZ } from '../../shared/statistics/two-groups.ts';
import { wilson, wilsonClustered, wilsonContinuous } from '../../shared/statistics/wilson.ts';

/** null stays null: not defined */
const orNull = (value: number | null) => (value === null ? null : { value });

export const methods: Readonly<Record<string, (input: any) => unknown>> = {
  normalCdf: ({ x }) => orNull(normalCdf(x)),
  normalTwoSidedP: ({ z }) => orNull(normalTwoSidedP(z)),
  normalQuantile: ({ p }) => orNull(normalQuantile(p)),
  chiSquareUpperP: ({ x, df }) => orNull(chiSquareUpperP(x, df)),
  chiSquareQuantile: ({ p, df }) => orNull(chiSquareQuantile(p, df)),
  betaQuantile: ({ p, a, b }) => orNull(betaQuantile(p, a, b)),
  wilson: ({ x, n, level, continuity }) =>
    (continuity ? wilsonContinuous : wilson)(x, n, zOfLevel(level)),
  wilsonClustered: ({ clusters, level }) => wilsonClustered(clusters, zOfLevel(level)),
  newcombe: ({ x1, n1, x2, n2, level }) => newcombe(x1, n1, x2, n2, zOfLevel(level)),
  twoProportionZ: ({ x1, n1, x2, n2 }) => twoProportionZ(x1, n1, x2, n2),
  fisherExact: ({ a, b, c, d }) => ({ p: fisherExact(a, b, c, d) }),
  holm: ({ p }) => ({ adjusted: holm(p) }),
  benjaminiHochberg: ({ p }) => ({ adjusted: benjaminiHochberg(p) }),
  agenciesVsCitizens: ({ agencies, citizens, alpha, level }) => ({
    rows: compareGroups(agencies, citizens, alpha, zOfLevel(level)),
  }),
  poissonRate: ({ count, population, per, level }) => poissonRate(count, population, per, level),
  byarRate: ({ count, population, per, level }) => byarRate(count, population, per, level),
  chiSquareIndependence: ({ table }) => chiSquareIndependence(table),
  cramersV: ({ table }) => cramersV(table),
  adjustedResiduals: ({ table }) => ({ residuals: adjustedResiduals(table) }),
  standsOut: ({ responses, raised, ...rule }) =>
    tablesOf(standsOut(responses, raised, undefined, rule), raised),
  funnel: ({ counts, populations, per }) => funnel(counts, populations, per),
  marshallShrinkage: ({ counts, populations, per }) => marshallShrinkage(counts, populations, per),
  robustZ: ({ values }) => robustZ(values),
  robustZCounts: ({ values }) => robustZCounts(values),
  peerComparison: ({ count, population, peers, per }) =>
    peerComparison(count, population, peers, per),
  peers: ({ code, k }) => ({ peers: similarProvinces(code, k).map((one) => one.code) }),
  mannKendall: ({ values }) => mannKendall(values),
  mannKendallExact: ({ values }) => mannKendallExact(values),
  senSlope: ({ values, times, level }) => senSlope(values, times, level),
  seasonalMannKendall: ({ table }) => seasonalMannKendall(table),
  rateRatio: ({ before, exposureBefore, after, exposureAfter, level }) =>
    rateRatio(before, exposureBefore, after, exposureAfter, level),
  naturalBreaks: ({ values, k }) => naturalBreaks(values, k),
  quantile: ({ values, p, type }) => orNull(quantile(values, p, type)),
  weightedMean: ({ values, weights }) => weightedMean(values, weights),
  gini: ({ values, weights }) => {
    const found = gini(values, weights);
    return found === null ? null : { gini: found };
  },
  paretoPoint: ({ values, percent }) => paretoPoint(values, percent),
  suppressTable: ({ table, threshold }) => suppressTable(table, threshold),
  suppressionAudit: ({ full, hidden }) => ({ ranges: rangesOf(full, hidden) }),
  straightLining: ({ answers }) => straightLining(answers),
  durationOutliers: ({ seconds }) => durationOutliers(seconds),
  itemNonResponse: ({ asked, notApplicable, answered, level }) =>
    itemNonResponse(asked, notApplicable, answered, zOfLevel(level)),
  coverage: ({ reporting, populations }) => coverage(reporting.map(Boolean), populations),
  ngramJaccard: ({ a, b, n }) => ngramJaccard(a, b, n),
  fnv1a: ({ text }) => ({ hash: fnv1a(text) }),
  minhash: ({ a, b, n, k }) => {
    const [first, second] = [minhash(ngramsOf(a, n), k), minhash(ngramsOf(b, n), k)];
    return { firstFour: first.slice(0, 4), estimate: likenessOf(first, second) };
  },
  fightinWords: ({ target, rest, priorStrength }) => {
    const terms = fightinWords(target, rest, priorStrength);
    return terms === null ? null : { terms: Object.fromEntries(terms) };
  },
};

/** The cells of a table row by row, and those that stand out. */
function tablesOf(cells: ReturnType<typeof standsOut>, raised: readonly (readonly number[])[]) {
  const table = (value: (cell: (typeof cells)[number]) => unknown) =>
    raised.map((_, row) => cells.filter((cell) => cell.row === row).map(value));
  return {
    residuals: table(({ residual }) => residual),
    pAdjusted: table(({ pAdjusted }) => pAdjusted),
    testable: cells.filter(({ pAdjusted }) => pAdjusted !== null).length,
    standsOut: cells.flatMap(({ row, column, standsOut: direction, observed, expected }) =>
      direction === null ? [] : [{ row, column, direction, ratio: observed / expected }],
    ),
  };
}
