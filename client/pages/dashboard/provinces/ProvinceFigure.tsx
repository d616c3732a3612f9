import { useMemo, useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { Figure } from '../frame/Figure.tsx';
import { FigureSwitch } from '../frame/FigureSwitch.tsx';
import type { FigureInput } from '../frame/figure-props.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import type { TableTwin } from '../frame/table-twin.ts';
import { provinceSentence, type Speech } from '../sentences.ts';
import { type DashboardView, dashboardHref, responsesHref, withArea } from '../view.ts';
import { provinceFinding, topCount } from './province-finding.ts';
import { type ProvinceMeasure, type ProvinceRow, provinceRows } from './province-rows.ts';

export function ProvinceFigure({ reply, view, inView, theme }: FigureInput) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const [measure, setMeasure] = useState<ProvinceMeasure>('issues');
  const [range, setRange] = useState<'top' | 'all'>('top');
  const rows = useMemo(() => provinceRows(reply, inView, measure), [reply, inView, measure]);
  const all = range === 'all' || rows.length <= topCount;
  const shown = useMemo(() => (all ? rows : rows.slice(0, topCount)), [rows, all]);
  const bars = useMemo(
    () => shown.map((row) => barRow(row, measure, view, theme, speech)),
    [shown, measure, view, theme, speech],
  );
  const finding = provinceSentence(provinceFinding(rows, measure), measure, speech);
  return (
    <Figure
      className="inner"
      finding={finding}
      name={words.provinceTitle}
      sub={measure === 'issues' ? words.provinceSub : words.provinceRateSub}
      switches={
        <div class="switches no-print">
          <FigureSwitch
            label={words.measure}
            value={measure}
            onChange={setMeasure}
            choices={[
              { value: 'issues', label: words.perIssues },
              { value: 'rate', label: words.perPeople },
            ]}
          />
          {rows.length > topCount && (
            <FigureSwitch
              label={words.range}
              value={range}
              onChange={setRange}
              choices={[
                { value: 'top', label: words.topTen },
                { value: 'all', label: words.allProvinces(String(rows.length)) },
              ]}
            />
          )}
        </div>
      }
      strip={honestyStrip(
        reply,
        { unit: 'issues', ...(measure === 'rate' ? { method: words.population } : {}) },
        speech,
      )}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={twinOf(shown, view, speech)}
    >
      <BarRows
        rows={bars}
        theme={theme}
        label={finding}
        hint={words.chartHint}
        role={words.chart}
        rowHeight={range === 'top' ? 46 : 32}
        thickness={range === 'top' ? 24 : 16}
        labelRoom={112}
      />
    </Figure>
  );
}

function measured(row: ProvinceRow, measure: ProvinceMeasure): number | null {
  return measure === 'issues' ? row.issues : row.rate;
}

function barRow(
  row: ProvinceRow,
  measure: ProvinceMeasure,
  view: DashboardView,
  theme: ChartTheme,
  { t, lang }: Speech,
): BarRow {
  const words = t.dashboard;
  const { province, silent } = row;
  const name = placeName(province.code, lang);
  const value = measured(row, measure);
  const printed = measure === 'issues' ? formatNumber(row.issues) : (row.rate?.toFixed(1) ?? '');
  const missing = silent ? words.noData : value === null ? words.fewer : '';
  const rate = row.rate === null ? '' : words.provinceSayRate(row.rate.toFixed(1));
  const counts = [formatNumber(row.issues), formatNumber(row.responses)] as const;
  return {
    key: province.code,
    label: (
      <a
        href={dashboardHref({
          ...view,
          filters: withArea(view.filters, 'province', province.code),
        })}
      >
        {name}
      </a>
    ),
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
  rows: readonly ProvinceRow[],
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<ProvinceRow> {
  const { columns } = t.dashboard;
  const count = (name: string, of: (row: ProvinceRow) => number) => ({
    key: name,
    name,
    head: name,
    numeric: true,
    cell: (row: ProvinceRow) => (row.silent ? t.dashboard.noData : formatNumber(of(row))),
    raw: (row: ProvinceRow) => (row.silent ? null : of(row)),
  });
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
      {
        key: 'rate',
        name: columns.rate,
        head: columns.rate,
        numeric: true,
        cell: (row) =>
          row.silent ? t.dashboard.noData : (row.rate?.toFixed(1) ?? t.dashboard.fewer),
        raw: (row) => row.rate,
      },
    ],
  };
}
