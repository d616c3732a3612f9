// The two charts of a sub-plan's year: shares by region with what chance leaves open, and the quarters of two years. On paper and on the screen.
import {
  hiddenQuarters,
  hiddenRegions,
  type SubPlanYear,
} from '../../../../shared/plan/sub-plan-year.ts';
import { formatFiscalYear, formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { running } from '../../../ui/Running.tsx';
import { Bars } from '../brief/BriefBars.tsx';

interface FigureProps {
  readonly one: SubPlanYear;
  /** small numbers stay in the house */
  readonly isOutside: boolean;
}

export function RegionBars({ one, isOutside }: FigureProps) {
  const { t, lang } = useI18n();
  const words = t.planReport;
  const hidden = isOutside ? hiddenRegions(one) : new Set<string>();
  // where a hidden one stands would tell its share
  const shown = one.regions.filter(({ region }) => !hidden.has(region));
  const aside = one.regions.filter(({ region }) => hidden.has(region));
  const bars = [...shown, ...aside].map(({ region, share, responses, of }) => {
    const isHidden = hidden.has(region) || share === null;
    return {
      key: region,
      name: placeName(region, lang),
      bar: isHidden ? null : share,
      printed: isHidden ? (isOutside ? t.dashboard.hidden : '–') : formatPercent(share.share, of),
      count: isHidden ? '' : words.ofResponses(formatNumber(responses), formatNumber(of)),
    };
  });
  return <Bars title={words.regions} sub={words.regionsSub} bars={bars} />;
}

/** A bar a quarter: its share of what is sorted then, so that a quarter in which much was collected is none the higher. */
export function QuarterBars({ one, year, isOutside }: FigureProps & { readonly year: number }) {
  const { t, lang } = useI18n();
  const words = t.planReport;
  const hidden = isOutside ? hiddenQuarters(one) : new Set<number>();
  const shares = one.quarters.map(({ issues, of }, at) =>
    hidden.has(at) || of === 0 ? null : issues / of,
  );
  const top = Math.max(0.01, ...shares.map((share) => share ?? 0));
  return (
    <>
      <h2>{words.quarters}</h2>
      <p class="sub">{running(words.quartersSub)}</p>
      <ol class="quarters">
        {one.quarters.map(({ year: of, quarter, issues, of: base }, at) => {
          const share = shares[at] ?? null;
          return (
            <li key={`${of} ${quarter}`} class={of === year ? 'now' : ''}>
              <span class="quarter-bar" aria-hidden="true">
                {share !== null && <i style={{ height: `${((100 * share) / top).toFixed(1)}%` }} />}
              </span>
              <b>
                {share !== null ? formatPercent(share, base) : base === 0 ? words.nothingThen : '†'}
              </b>
              <span>{share === null ? '' : formatNumber(issues)}</span>
              <small>
                {words.quarter(String(quarter))}
                <span>{quarter === 1 ? formatFiscalYear(of, lang) : ''}</span>
              </small>
            </li>
          );
        })}
      </ol>
      {hidden.size > 0 && <p class="sub">† {t.dashboard.hidden}</p>}
    </>
  );
}
