// One small line over months: the values in the strategy's colour, the trend dashed, the last value as a label.
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { Themed } from './bar-plugins.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface LinePoint {
  /** months from the first one */
  readonly x: number;
  /** null = not shown, the line has a gap */
  readonly y: number | null;
}

export interface LineDrawing {
  readonly points: readonly LinePoint[];
  /** the two ends of the trend line, null = none */
  readonly trend: readonly [LinePoint, LinePoint] | null;
  /** months with few responses, each a grey band */
  readonly thin: readonly number[];
  readonly colour: string;
  /** one scale for all the charts of a figure */
  readonly top: number;
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  /** first and last month of the scale */
  readonly from: number;
  readonly to: number;
  readonly endText: string;
}

/** px left of the plot at normal letter size, for its scale, and right of it, for the last value */
const plotLeft = 38;
const plotRight = 40;

type LineData = Themed<'line', LinePoint> & { drawing: LineDrawing };

function dataOf(chart: Chart<'line'>): LineData | undefined {
  // datasets are typed by the chart's kind only; lineConfig made this one
  return chart.data.datasets[0] as unknown as LineData | undefined;
}

const bands: Plugin<'line'> = {
  id: 'bands',
  beforeDatasetsDraw(chart) {
    const data = dataOf(chart);
    const scale = chart.scales.x;
    if (data === undefined || scale === undefined) return;
    const { top, height, left, right } = chart.chartArea;
    chart.ctx.save();
    chart.ctx.fillStyle = data.theme.sunken;
    for (const month of data.drawing.thin) {
      const from = Math.max(left, scale.getPixelForValue(month - 0.5));
      const to = Math.min(right, scale.getPixelForValue(month + 0.5));
      chart.ctx.fillRect(from, top, to - from, height);
    }
    chart.ctx.restore();
  },
};

const endText: Plugin<'line'> = {
  id: 'end-text',
  afterDatasetsDraw(chart) {
    const data = dataOf(chart);
    const last = data?.data.findLastIndex((point) => point.y !== null) ?? -1;
    const element = chart.getDatasetMeta(0).data[last];
    if (data === undefined || element === undefined) return;
    chart.ctx.save();
    chart.ctx.font = `600 ${(14 / 16) * data.theme.rem}px ${data.theme.family}`;
    chart.ctx.fillStyle = data.theme.ink;
    chart.ctx.textBaseline = 'middle';
    chart.ctx.fillText(data.drawing.endText, element.x + 6, element.y);
    chart.ctx.restore();
  },
};

function datasetsOf(drawing: LineDrawing, theme: ChartTheme): LineData[] {
  // with segments a line is drawn point by point, and a picture of it can be written down
  const base = { theme, drawing, pointRadius: 0, borderWidth: 2, segment: {} };
  const values: LineData = {
    ...base,
    data: [...drawing.points],
    borderColor: drawing.colour,
    backgroundColor: drawing.colour,
    // a month between two gaps has no line to be seen by
    pointRadius: drawing.points.map((_, at) => (isAlone(drawing.points, at) ? 3 : 0)),
    pointHoverRadius: 5,
    pointHoverBorderColor: theme.ink,
    pointHoverBorderWidth: 2,
    clip: false,
  };
  const trend: LineData = {
    ...base,
    data: [...(drawing.trend ?? [])],
    borderColor: theme.ink,
    borderWidth: 1.5,
    borderDash: [5, 4],
    pointHoverRadius: 0,
  };
  return [values, trend];
}

function isAlone(points: readonly LinePoint[], at: number): boolean {
  return (points[at - 1]?.y ?? null) === null && (points[at + 1]?.y ?? null) === null;
}

export function lineConfig(
  drawing: LineDrawing,
  theme: ChartTheme,
): ChartConfiguration<'line', LinePoint[]> {
  const scale = theme.rem / 16;
  const font = { family: theme.family, size: (13 / 16) * theme.rem };
  return {
    type: 'line',
    data: { datasets: datasetsOf(drawing, theme) },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: theme.ratio,
      events: ['mousemove', 'mouseout', 'click'],
      interaction: { mode: 'index', axis: 'x', intersect: false },
      layout: { padding: { right: plotRight * scale, top: 6 } },
      scales: {
        x: {
          type: 'linear',
          min: drawing.from,
          max: Math.max(drawing.to, drawing.from + 1),
          border: { color: theme.ink3 },
          grid: { display: false },
          ticks: { display: false },
        },
        y: {
          min: 0,
          max: drawing.top,
          border: { display: false },
          grid: { color: theme.grid, drawTicks: false },
          afterBuildTicks: (axis) => {
            axis.ticks = drawing.ticks.map((value) => ({ value }));
          },
          afterFit: (axis) => {
            axis.width = plotLeft * scale;
          },
          ticks: {
            font,
            color: theme.ink2,
            autoSkip: false,
            callback: (value) => drawing.tickText(Number(value)),
          },
        },
      },
    },
    plugins: [bands, endText],
  };
}
