// Whiskers and direct labels of horizontal bars. Both read their points and theme from the first dataset,
// so a chart that is updated in place draws what is new.
import type { Chart, ChartDataset, ChartType, Plugin } from 'chart.js';
import type { ChartTheme } from './chart-theme.ts';

export interface BarPoint {
  readonly x: number;
  /** row, from 0 */
  readonly y: number;
  /** ends of the interval, in the unit of `x`; null = none is drawn */
  readonly low: number | null;
  readonly high: number | null;
  /** bold, at the end of the bar */
  readonly value: string;
  /** muted, behind it */
  readonly note: string;
  readonly fill: string | CanvasPattern;
}

/** A dataset that carries what the plugins need to draw. */
export type Themed<Kind extends ChartType, Point> = ChartDataset<Kind, Point[]> & {
  theme: ChartTheme;
};

const reach = 5;

interface Row {
  readonly point: BarPoint;
  /** px of the middle of the bar */
  readonly middle: number;
  /** value → px */
  readonly at: (value: number) => number;
}

function rowsOf(chart: Chart<'bar'>): { theme: ChartTheme; rows: Row[] } | null {
  // datasets are typed by the chart's kind only; barConfig made this one
  const dataset = chart.data.datasets[0] as unknown as Themed<'bar', BarPoint> | undefined;
  const scale = chart.scales['x'];
  if (dataset === undefined || scale === undefined) return null;
  const { data } = chart.getDatasetMeta(0);
  const at = (value: number) => scale.getPixelForValue(value);
  const rows = dataset.data.flatMap((point, index) => {
    const element = data[index];
    return element === undefined ? [] : [{ point, middle: element.y, at }];
  });
  return { theme: dataset.theme, rows };
}

function strokeWhisker(pen: CanvasRenderingContext2D, left: number, right: number, middle: number) {
  pen.beginPath();
  pen.moveTo(left, middle);
  pen.lineTo(right, middle);
  for (const x of [left, right]) {
    pen.moveTo(x, middle - reach);
    pen.lineTo(x, middle + reach);
  }
  pen.stroke();
}

export const whiskers: Plugin<'bar'> = {
  id: 'whiskers',
  afterDatasetsDraw(chart) {
    const drawn = rowsOf(chart);
    if (drawn === null) return;
    const pen = chart.ctx;
    pen.save();
    pen.lineCap = 'square';
    for (const { point, middle, at } of drawn.rows) {
      if (point.low === null || point.high === null) continue;
      // a light edge first, so the line shows on every fill
      for (const [colour, width] of [
        [drawn.theme.surface, 4],
        [drawn.theme.whisker, 2],
      ] as const) {
        pen.strokeStyle = colour;
        pen.lineWidth = width;
        strokeWhisker(pen, at(point.low), at(point.high), middle);
      }
    }
    pen.restore();
  },
};

export const endLabels: Plugin<'bar'> = {
  id: 'end-labels',
  afterDatasetsDraw(chart) {
    const drawn = rowsOf(chart);
    if (drawn === null) return;
    const { theme } = drawn;
    const pen = chart.ctx;
    pen.save();
    pen.textBaseline = 'middle';
    for (const { point, middle, at } of drawn.rows) {
      const start = at(Math.max(point.x, point.high ?? 0)) + 12;
      pen.font = `600 ${theme.rem}px ${theme.family}`;
      pen.fillStyle = theme.ink;
      pen.fillText(point.value, start, middle + 1);
      const width = pen.measureText(point.value).width;
      pen.font = `400 ${(15 / 16) * theme.rem}px ${theme.family}`;
      pen.fillStyle = theme.ink2;
      pen.fillText(point.note, start + width + 5, middle + 1);
    }
    pen.restore();
  },
};
