// What a year says of a sub-plan, in a sentence and in the line that it rests on.
import { isSmall, tellsFew } from '../../../../shared/figures/not-for-outside.ts';
import { rankingBase } from '../../../../shared/figures/small-numbers.ts';
import {
  hiddenRegions,
  type RegionShare,
  type SubPlanYear,
} from '../../../../shared/plan/sub-plan-year.ts';
import {
  formatFiscalYear,
  formatNumber,
  formatPercent,
  formatSignedPoints,
} from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';

/** Its numbers may leave the house. */
export const isToldOutside = ({ responses, of }: Pick<SubPlanYear, 'responses' | 'of'>): boolean =>
  responses > 0 && !tellsFew(responses, of);

const isRanked = ({ region, of }: RegionShare, one: SubPlanYear): boolean =>
  of >= rankingBase && !hiddenRegions(one).has(region);

/** It holds outside of the house too: no number of it tells of fewer than five. */
export function yearLead(one: SubPlanYear, year: number, { t, lang }: Speech): string {
  const words = t.planReport;
  const named = formatFiscalYear(year, lang);
  if (one.responses === 0) return words.nobody(named);
  if (isSmall(one.responses) || one.share === null) return words.few(named);
  if (!isToldOutside(one)) return words.nearlyAll(named);
  const share = formatPercent(one.share.share, one.of);
  const { before, change } = one;
  if (before === null || change === null || tellsFew(before.responses, before.of))
    return words.alone(share, named);
  const then = formatPercent(before.responses / before.of, before.of);
  const last = formatFiscalYear(year - 1, lang);
  if (!change.differs) return words.same(share, named, then, last);
  return (change.difference > 0 ? words.more : words.less)(share, named, then, last);
}

export function yearSupport(one: SubPlanYear, { t, lang }: Speech): string {
  const words = t.planReport;
  if (one.share === null || !isToldOutside(one)) return '';
  const percent = (share: number) => formatPercent(share, one.of);
  const points = (share: number, of: number) => formatSignedPoints(share * 100, of);
  const lines = [words.interval(percent(one.share.low), percent(one.share.high))];
  if (one.change && one.before && !tellsFew(one.before.responses, one.before.of)) {
    const { difference, low, high } = one.change;
    const base = Math.min(one.of, one.before.of);
    lines.push(words.change(points(difference, base), points(low, base), points(high, base)));
  }
  const [first] = one.regions;
  // the next one after a hidden one is not the first, and of few a rank is chance
  if (first?.share && first.responses > 0 && isRanked(first, one))
    lines.push(
      words.mostIn(
        placeName(first.region, lang),
        formatPercent(first.share.share, first.of),
        formatNumber(first.responses),
        formatNumber(first.of),
      ),
    );
  return lines.join(' · ');
}
