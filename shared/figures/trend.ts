// How each strategy's share of the issues changes over the months: slope with its interval, and whether that is more than chance.
import type { CountsOf, FiguresOf } from '../api/figures.ts';
import { senSlope } from '../statistics/sen-slope.ts';
import { judgedTrends, monthSeries } from './by-month.ts';

type Row = FiguresOf<'trend'>['trend'][number];

/** Nothing where the months say numbers and no shares: those follow how much was collected. */
export function trendRows(counts: CountsOf<'by-month'>): Row[] {
  const { series, months, usable, measure } = monthSeries(counts);
  if (measure === 'issues') return [];
  return judgedTrends(series, months).map(({ strategy, shares, test, pAdjusted }) => {
    const line = senSlope(shares);
    return {
      strategy,
      months: usable,
      method: months.length >= 24 ? 'seasonal' : 'plain',
      slopePerMonth: line && {
        points: line.slope * 100,
        low: line.low === null ? null : line.low * 100,
        high: line.high === null ? null : line.high * 100,
      },
      pointsPerYear: test?.per === 'year' ? test.change * 100 : null,
      p: test?.p ?? null,
      pAdjusted,
    };
  });
}
