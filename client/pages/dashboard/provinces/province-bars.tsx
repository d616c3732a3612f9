// Provinces as bars: what is written at their end, what they say, and a fill for what can be told apart.

import type { ProvinceCount, ProvinceMeasure } from '../../../../shared/figures/by-province.ts';
import { rankingBase } from '../../../../shared/figures/small-numbers.ts';
import { formatNumber, formatPercent, formatRate } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import type { BarRow } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { hatchedFill } from '../../../ui/charts/patterns.ts';
import { PickLink } from '../frame/PickLink.tsx';
import { type DashboardView, partOf } from '../view.ts';
import type { Standing, standingOf } from './standing.ts';

interface Drawn {
  readonly measure: ProvinceMeasure;
  readonly standing: ReturnType<typeof standingOf>;
  readonly view: DashboardView;
  readonly theme: ChartTheme;
  /** provinces whose numbers are not for outside */
  readonly hidden: ReadonlySet<string>;
}

export function provinceBars(
  rows: readonly ProvinceCount[],
  drawn: Drawn,
  speech: Speech,
): BarRow[] {
  const alike = hatchedFill(drawn.theme.mark, drawn.theme);
  const fills = { first: drawn.theme.mark, alike, lower: drawn.theme.grid };
  return rows.map((row) => {
    const { measure, view, theme } = drawn;
    const { province } = row;
    const standing = drawn.standing(province.code, isCompared(row, measure));
    const isHidden = drawn.hidden.has(province.code);
    const bounded = measure === 'issues' ? null : row[measure];
    const value = isHidden ? null : measure === 'issues' ? row.issues : (bounded?.value ?? null);
    const few = measure === 'share' && row.of < rankingBase;
    const plain = few ? 'transparent' : theme.mark;
    return {
      key: province.code,
      label: (
        <PickLink part={partOf(view, { province: [province.code] })}>
          {placeName(province.code, speech.lang)}
        </PickLink>
      ),
      bar: {
        x: value ?? 0,
        low: isHidden ? null : (bounded?.low ?? null),
        high: isHidden ? null : (bounded?.high ?? null),
        ...(isHidden
          ? { value: '', note: speech.t.dashboard.hidden }
          : endOf(row, measure, speech)),
        fill: standing === null ? plain : fills[standing],
        outlined: few || standing === 'lower',
      },
      point: {
        say: sayOf(row, measure, standing, speech),
        ...(row.responses === 0 ? { href: null } : partOf(view, { province: [province.code] })),
      },
    };
  });
}

export function isCompared({ of, silent }: ProvinceCount, measure: ProvinceMeasure): boolean {
  return !silent && (measure !== 'share' || of >= rankingBase);
}

/** Bold and muted text behind a bar. */
function endOf(
  row: ProvinceCount,
  measure: ProvinceMeasure,
  { t }: Speech,
): { value: string; note: string } {
  const words = t.dashboard;
  if (row.silent) return { value: '', note: words.noData };
  if (measure === 'issues') return { value: formatNumber(row.issues), note: '' };
  const counts = words.xOfN(formatNumber(row.responses), formatNumber(row.of));
  if (measure === 'share') {
    if (row.of === 0) return { value: '', note: words.noneAsked };
    return { value: row.share ? formatPercent(row.share.value, row.of) : '', note: counts };
  }
  return row.rate === null
    ? { value: '', note: words.fewer }
    : {
        value: formatRate(row.rate.value, row.responses),
        note: words.countNote(formatNumber(row.responses)),
      };
}

function sayOf(
  row: ProvinceCount,
  measure: ProvinceMeasure,
  standing: Standing,
  { t, lang }: Speech,
): string {
  const words = t.dashboard;
  const name = placeName(row.province.code, lang);
  if (row.silent) return words.provinceSilent(name);
  const counts = [formatNumber(row.issues), formatNumber(row.responses)] as const;
  return [
    words.provinceSay(name, ...counts, boundedText(row, measure, { t, lang })).trim(),
    standing === null ? '' : standingWord(standing, { t, lang }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

export function standingWord(standing: NonNullable<Standing>, { t }: Speech): string {
  const { provinceFirstSay, provinceAlike, provinceLower } = t.dashboard;
  return { first: provinceFirstSay, alike: provinceAlike, lower: provinceLower }[standing];
}

function boundedText(row: ProvinceCount, measure: ProvinceMeasure, { t }: Speech): string {
  const { rate, share, responses, of } = row;
  if (measure === 'share' && share !== null) {
    const [value, low, high] = [share.value, share.low, share.high].map((part) =>
      formatPercent(part, of),
    ) as [string, string, string]; // three in, three out
    return t.dashboard.provinceSayShare(value, formatNumber(of), low, high);
  }
  if (measure !== 'rate' || rate === null) return '';
  const [value, low, high] = [rate.value, rate.low, rate.high].map((part) =>
    formatRate(part, responses),
  ) as [string, string, string]; // three in, three out
  return t.dashboard.provinceSayRate(value, low, high);
}
