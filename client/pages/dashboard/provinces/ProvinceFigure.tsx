import { useMemo, useState } from 'preact/hooks';
import {
  type ProvinceCount,
  type ProvinceMeasure,
  provinceCounts,
  provinceFinding,
  topCount,
} from '../../../../shared/figures/by-province.ts';
import { provinceSentence } from '../../../i18n/finding-text.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { numberColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, dashboardHref, responsesHref, withArea } from '../view.ts';
import { type ProvinceRange, ProvinceSwitches } from './ProvinceSwitches.tsx';

/** The provinces, by number or by population. */
export function ProvinceFigure({ reply, view, theme }: FigureInput<'by-province'>) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const [measure, setMeasure] = useState<ProvinceMeasure>('issues');
  const [range, setRange] = useState<ProvinceRange>('top');
  const rows = useMemo(() => provinceCounts(reply, measure), [reply, measure]);
  const shown = useMemo(() => (range === 'all' ? rows : rows.slice(0, topCount)), [rows, range]);
  const bars = useMemo(
    () => shown.map((row) => barRow(row, measure, view, theme, speech)),
    [shown, measure, view, theme, speech],
  );
  const { claims } = reply;
  const finding = provinceSentence(provinceFinding(claims['by-province'], measure), speech);
  const title = finding ?? (measure === 'issues' ? words.provinceTitle : words.provinceRateTitle);
  const method = measure === 'rate' ? { method: words.population } : {};
  return (
    <Figure
      className="inner"
      finding={title}
      name={words.provinceTitle}
      sub={measure === 'issues' ? words.provinceSub : words.provinceRateSub}
      switches={
        <ProvinceSwitches {...{ measure, setMeasure, range, setRange }} count={rows.length} />
      }
      strip={honestyStrip(reply, { unit: 'issues', ...method }, speech)}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={twinOf(shown, view, speech)}
    >
      <BarRows
        rows={bars}
        theme={theme}
        label={title}
        hint={words.chartHint}
        role={words.chart}
        rowHeight={range === 'top' ? 46 : 32}
        thickness={range === 'top' ? 24 : 16}
        labelRoom={112}
      />
    </Figure>
  );
}

function barRow(
  row: ProvinceCount,
  measure: ProvinceMeasure,
  view: DashboardView,
  theme: ChartTheme,
  { t, lang }: Speech,
): BarRow {
  const words = t.dashboard;
  const { province, silent } = row;
  const name = placeName(province.code, lang);
  const value = measure === 'issues' ? row.issues : row.rate;
  const printed = measure === 'issues' ? formatNumber(row.issues) : (row.rate?.toFixed(1) ?? '');
  const missing = silent ? words.noData : value === null ? words.fewer : '';
  const rate = row.rate === null ? '' : words.provinceSayRate(row.rate.toFixed(1));
  const counts = [formatNumber(row.issues), formatNumber(row.responses)] as const;
  const filters = withArea(view.filters, 'province', province.code);
  return {
    key: province.code,
    label: <a href={dashboardHref({ ...view, filters })}>{name}</a>,
    bar: {
      x: value ?? 0,
      low: null,
      high: null,
      value: silent ? '' : printed,
      note: missing,
      fill: theme.mark,
    },
    point: {
      say: silent ? words.provinceSilent(name) : words.provinceSay(name, ...counts, rate).trim(),
      href: silent ? null : responsesHref(view, { province: [province.code] }),
    },
  };
}

function twinOf(
  rows: readonly ProvinceCount[],
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<ProvinceCount> {
  const { columns, noData, fewer } = t.dashboard;
  const count = (name: string, of: (row: ProvinceCount) => number) =>
    numberColumn<ProvinceCount>(name, (row) => (row.silent ? null : of(row)), formatNumber, noData);
  const rate = numberColumn<ProvinceCount>(
    columns.rate,
    (row) => row.rate,
    (value) => value.toFixed(1),
  );
  return {
    file: 'rabfang-provinces',
    rows,
    rowKey: ({ province }) => province.code,
    columns: [
      {
        key: 'province',
        name: t.common.province,
        head: t.common.province,
        cell: ({ province }) => (
          <a href={responsesHref(view, { province: [province.code] })}>
            {placeName(province.code, lang)}
          </a>
        ),
        raw: ({ province }) => placeName(province.code, lang),
      },
      count(columns.issues, (row) => row.issues),
      count(columns.responses, (row) => row.responses),
      { ...rate, cell: (row) => (row.silent ? noData : (row.rate?.toFixed(1) ?? fewer)) },
    ],
  };
}
