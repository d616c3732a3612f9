// The only file that makes Chart.js charts: created once, updated in place, destroyed with its component.
import {
  BarController,
  BarElement,
  CategoryScale,
  type ChartConfiguration,
  Chart as ChartJs,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

export type ChartKind = 'bar' | 'line';

export interface ChartProps<Kind extends ChartKind, Point> {
  readonly config: ChartConfiguration<Kind, Point[]>;
  readonly chart?: RefObject<ChartJs<Kind, Point[]> | null>;
}

/** Keeps the dataset objects Chart.js has put its state on, and gives them new values. */
function updateInPlace<Kind extends ChartKind, Point>(
  chart: ChartJs<Kind, Point[]>,
  config: ChartConfiguration<Kind, Point[]>,
): void {
  const kept = chart.data.datasets;
  if (config.data.labels !== undefined) chart.data.labels = config.data.labels;
  chart.data.datasets = config.data.datasets.map((next, index) => {
    const dataset = kept[index];
    return dataset === undefined ? next : Object.assign(dataset, next);
  });
  if (config.options !== undefined) chart.options = config.options;
  // on paper the observer of its size comes too late
  chart.resize();
  chart.update('none');
}

/** A canvas that fills its parent; the parent has a height and `position: relative`. */
export function Chart<Kind extends ChartKind, Point>({ config, chart }: ChartProps<Kind, Point>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const made = useRef<ChartJs<Kind, Point[]> | null>(null);

  useLayoutEffect(() => {
    if (canvas.current === null) return;
    if (made.current === null) made.current = new ChartJs(canvas.current, config);
    else updateInPlace(made.current, config);
    if (chart !== undefined) chart.current = made.current;
  }, [config, chart]);

  useLayoutEffect(
    () => () => {
      made.current?.destroy();
      made.current = null;
      if (chart !== undefined) chart.current = null;
    },
    [chart],
  );

  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus, the stage around it does
  return <canvas ref={canvas} aria-hidden="true" />;
}
