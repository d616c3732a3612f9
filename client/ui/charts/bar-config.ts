// Horizontal bars from 0, value and count at their end, whiskers where a claim is made. No axes, no legend.
import type { ChartConfiguration } from 'chart.js';
import { type BarPoint, dumbbells, endLabels, type Themed, whiskers } from './bar-plugins.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface BarShape {
  readonly thickness: number;
  /** px kept free for the labels at the right */
  readonly labelRoom: number;
  /** px by which bars are moved down in their rows */
  readonly down: number;
}

export function barConfig(
  points: readonly BarPoint[],
  shape: BarShape,
  theme: ChartTheme,
): ChartConfiguration<'bar', BarPoint[]> {
  const longest = Math.max(0, ...points.map((point) => point.high ?? point.x));
  const bars: Themed<'bar', BarPoint> = {
    data: [...points],
    theme,
    backgroundColor: points.map((point) => point.fill),
    borderColor: theme.ink,
    borderWidth: points.map((point) =>
      (theme.patterned || point.outlined) && !point.pair ? 1 : 0,
    ),
    hoverBorderWidth: points.map((point) => (point.pair ? 0 : 2)),
    hoverBackgroundColor: points.map((point) => (point.pair ? theme.grid : point.fill)),
    hoverBorderColor: theme.ink,
    barThickness: shape.thickness,
    borderSkipped: false,
  };
  return {
    type: 'bar',
    data: { labels: points.map((point) => point.y), datasets: [bars] },
    options: {
      indexAxis: 'y',
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: theme.ratio,
      events: ['mousemove', 'mouseout', 'click'],
      interaction: { mode: 'index', axis: 'y', intersect: false },
      layout: {
        padding: {
          top: shape.down,
          right: shape.labelRoom,
          // a pair near 0 has a value at its left too
          left: points.some(({ pair }) => pair) ? shape.labelRoom : 0,
          bottom: 0,
        },
      },
      scales: {
        x: { type: 'linear', display: false, min: 0, max: longest === 0 ? 1 : longest },
        y: { type: 'category', display: false, offset: true },
      },
    },
    plugins: [whiskers, endLabels, dumbbells],
  };
}
