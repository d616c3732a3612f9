// What a brief shows of a view: few rows of each figure, and none that is not for outside.
import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import { hasShares, provinceCounts } from '../../../../shared/figures/by-province.ts';
import { severityCounts } from '../../../../shared/figures/by-severity.ts';
import { strategyShares } from '../../../../shared/figures/by-strategy.ts';
import {
  hiddenDistricts,
  hiddenLevels,
  hiddenProvinces,
  hiddenStrategies,
} from '../../../../shared/figures/not-for-outside.ts';
import { provincesInView } from '../../../../shared/figures/provinces-in-view.ts';
import { leastBase } from '../../../../shared/figures/small-numbers.ts';
import { strategyNames } from '../../../../shared/survey/strategies.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName, strategyName } from '../../../i18n/names.ts';

/** what a brief is made of */
export const briefFigures = [
  'by-strategy',
  'by-province',
  'by-month',
  'by-severity',
  'map',
  'by-district',
] as const;
export type BriefReply = FiguresReplyOf<(typeof briefFigures)[number]>;

/** A bar: its share with the interval, 0–1; null where it is not for outside. */
export interface BriefBar {
  readonly key: string;
  readonly name: string;
  /** of a strategy: its key of colour and pattern */
  readonly no?: number;
  readonly bar: { readonly share: number; readonly low: number; readonly high: number } | null;
  readonly printed: string;
  readonly count: string;
}

/** A line of a table: a name and its number, or that it is hidden. */
export interface BriefLine {
  readonly name: string;
  readonly count: string;
}

const most = 6;

/** Of one place, the strategies; of one strategy, the provinces that raise it most; null where neither can be compared. */
export function briefBars(
  reply: BriefReply,
  speech: Speech,
): { readonly of: 'strategies' | 'shares'; readonly bars: readonly BriefBar[] } | null {
  const { strategy, subPlan } = reply.filters;
  if ((strategy ?? subPlan) === undefined)
    return { of: 'strategies', bars: strategyBars(reply, speech) };
  if (!isOfSeveral(reply) || !hasShares(reply.filters)) return null;
  return { of: 'shares', bars: provinceBars(reply, speech) };
}

function strategyBars(reply: BriefReply, { t, lang }: Speech): BriefBar[] {
  const shares = strategyShares(reply);
  const hidden = hiddenStrategies(shares);
  return shares.rows.map(({ strategy, share, low, high, responses }) => {
    const isHidden = hidden.has(strategy) || share === null || low === null || high === null;
    return {
      key: strategy,
      name: strategyName(strategy, lang),
      no: strategyNames[strategy].no,
      bar: isHidden ? null : { share, low, high },
      printed: isHidden ? t.dashboard.hidden : formatPercent(share, shares.base),
      count: isHidden ? '' : formatNumber(responses),
    };
  });
}

function provinceBars(reply: BriefReply, { lang }: Speech): BriefBar[] {
  const rows = provinceCounts(reply, 'share');
  const hidden = hiddenProvinces(rows);
  return rows
    .flatMap(({ province, share, responses, of }) =>
      share === null || hidden.has(province.code)
        ? []
        : [
            {
              key: province.code,
              name: placeName(province.code, lang),
              bar: { share: share.value, low: share.low, high: share.high },
              printed: formatPercent(share.value, of),
              count: formatNumber(responses),
            },
          ],
    )
    .slice(0, most);
}

export function severityLines(reply: BriefReply, { t }: Speech): BriefLine[] {
  const counts = severityCounts(reply);
  const hidden = hiddenLevels(counts);
  return counts.map(({ level, issues }) => ({
    name:
      level === 'none'
        ? t.common.none
        : `${level} ${t.common.severityWords[Number(level) - 1] ?? ''}`,
    count: hidden.has(level) ? t.dashboard.hidden : formatNumber(issues),
  }));
}

/** The places with most issues: districts of one province, else provinces. Those that are hidden are not named. */
export function placeLines(
  reply: BriefReply,
  speech: Speech,
): { readonly of: 'districts' | 'places'; readonly lines: readonly BriefLine[] } {
  return isOfSeveral(reply)
    ? { of: 'places', lines: provinceLines(reply, speech) }
    : { of: 'districts', lines: districtLines(reply, speech) };
}

function provinceLines(reply: BriefReply, { lang }: Speech): BriefLine[] {
  const rows = provinceCounts(reply, 'issues');
  const hidden = hiddenProvinces(rows);
  return rows
    .filter(({ province, issues }) => issues > 0 && !hidden.has(province.code))
    .slice(0, most)
    .map(({ province, issues }) => ({
      name: placeName(province.code, lang),
      count: formatNumber(issues),
    }));
}

function districtLines(reply: BriefReply, { lang }: Speech): BriefLine[] {
  const rows = reply.figures['by-district'];
  const hidden = hiddenDistricts(rows);
  return rows
    .filter(({ district, nameTh }) => nameTh !== null && !hidden.has(district))
    .toSorted((a, b) => b.issues - a.issues)
    .slice(0, most)
    .map(({ district, nameTh, nameEn, issues }) => ({
      name: nameIn({ nameTh: nameTh ?? district, nameEn: nameEn ?? district }, lang),
      count: formatNumber(issues),
    }));
}

/** The share of issues on the two highest levels; null where it would tell of few. */
export function severeShare(reply: BriefReply): string | null {
  if (reply.filters.severity !== undefined) return null;
  const rated = severityCounts(reply).filter(({ level }) => level !== 'none');
  const sum = (of: typeof rated) => of.reduce((all, { issues }) => all + issues, 0);
  const [all, high] = [sum(rated), sum(rated.filter(({ level }) => Number(level) >= 4))];
  const isFew = [high, all - high].some((part) => part > 0 && part < leastBase);
  return all < leastBase || isFew ? null : formatPercent(high / all, all);
}

/** Several provinces are in view. */
export function isOfSeveral({ filters }: Pick<BriefReply, 'filters'>): boolean {
  return provincesInView(filters, filters.scope).length > 1;
}
