// What a year says of a sub-plan, in a sentence and in the line that it rests on.
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { hiddenRegions, type SubPlanYear } from '../../../../shared/plan/sub-plan-year.ts';
import {
  formatFiscalYear,
  formatNumber,
  formatPercent,
  formatSignedPoints,
} from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';

/** It holds outside of the house too: no number of it tells of fewer than five. */
export function yearLead(one: SubPlanYear, year: number, { t, lang }: Speech): string {
  const words = t.planReport;
  const named = formatFiscalYear(year, lang);
  if (one.responses === 0) return words.nobody(named);
  if (isSmall(one.responses) || one.share === null) return words.few(named);
  const share = formatPercent(one.share.share, one.of);
  const { before, change } = one;
  if (before === null || change === null || isSmall(before.responses))
    return words.alone(share, named);
  const then = formatPercent(before.responses / before.of, before.of);
  const last = formatFiscalYear(year - 1, lang);
  if (!change.differs) return words.same(share, named, then, last);
  return (change.difference > 0 ? words.more : words.less)(share, named, then, last);
}

export function yearSupport(one: SubPlanYear, { t, lang }: Speech): string {
  const words = t.planReport;
  if (one.share === null || one.responses === 0 || isSmall(one.responses)) return '';
  const percent = (share: number) => formatPercent(share, one.of);
  const points = (share: number, of: number) => formatSignedPoints(share * 100, of);
  const lines = [words.interval(percent(one.share.low), percent(one.share.high))];
  if (one.change && one.before && !isSmall(one.before.responses)) {
    const { difference, low, high } = one.change;
    const base = Math.min(one.of, one.before.of);
    lines.push(words.change(points(difference, base), points(low, base), points(high, base)));
  }
  const hidden = hiddenRegions(one);
  const [first] = one.regions.filter(({ region }) => !hidden.has(region));
  if (first?.share && first.responses > 0)
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
