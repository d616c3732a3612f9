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
  /** has a thin edge, for fills that hardly differ from the ground */
  readonly outlined?: boolean;
  /** two values to be told apart instead of a bar */
  readonly pair?: Pair;
}

/** In the unit of `x`. */
export interface Pair {
  readonly agency: number;
  readonly citizen: number;
  /** false: their difference is not clear, the line between them is dotted */
  readonly clear: boolean;
  readonly text: (value: number) => string;
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
  const scale = chart.scales.x;
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
      if (point.pair !== undefined) continue;
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

const radius = 7;

/** Agency a diamond, citizen a circle; both values written on the outer sides. */
export const dumbbells: Plugin<'bar'> = {
  id: 'dumbbells',
  afterDatasetsDraw(chart) {
    const drawn = rowsOf(chart);
    if (drawn === null) return;
    const pen = chart.ctx;
    pen.save();
    for (const { point, middle, at } of drawn.rows) {
      if (point.pair !== undefined) drawPair(pen, point.pair, middle, at, drawn.theme);
    }
    pen.restore();
  },
};

function drawPair(
  pen: CanvasRenderingContext2D,
  pair: Pair,
  middle: number,
  at: (value: number) => number,
  theme: ChartTheme,
): void {
  const [agency, citizen] = [at(pair.agency), at(pair.citizen)];
  pen.strokeStyle = theme.ink3;
  pen.lineWidth = 2;
  pen.setLineDash(pair.clear ? [] : [2, 3]);
  pen.beginPath();
  pen.moveTo(agency, middle);
  pen.lineTo(citizen, middle);
  pen.stroke();
  pen.setLineDash([]);
  drawMarks(pen, agency, citizen, middle, theme);
  pen.font = `400 ${(14 / 16) * theme.rem}px ${theme.family}`;
  pen.fillStyle = theme.ink;
  pen.textBaseline = 'middle';
  const agencyIsLeft = agency <= citizen;
  for (const [value, x, isLeft] of [
    [pair.agency, agency, agencyIsLeft],
    [pair.citizen, citizen, !agencyIsLeft],
  ] as const) {
    pen.textAlign = isLeft ? 'right' : 'left';
    pen.fillText(pair.text(value), isLeft ? x - radius - 6 : x + radius + 6, middle + 1);
  }
}

function drawMarks(
  pen: CanvasRenderingContext2D,
  agency: number,
  citizen: number,
  middle: number,
  theme: ChartTheme,
): void {
  pen.strokeStyle = theme.surface;
  pen.lineWidth = 2;
  pen.fillStyle = theme.agency;
  pen.beginPath();
  pen.moveTo(agency, middle - radius - 1);
  pen.lineTo(agency + radius + 1, middle);
  pen.lineTo(agency, middle + radius + 1);
  pen.lineTo(agency - radius - 1, middle);
  pen.closePath();
  pen.fill();
  pen.stroke();
  pen.fillStyle = theme.citizen;
  pen.beginPath();
  pen.arc(citizen, middle, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}
