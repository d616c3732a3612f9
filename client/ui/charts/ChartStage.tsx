// A chart whose points are read one by one: by keyboard and pointer.
import type { ChartConfiguration, ChartEvent, Chart as ChartJs } from 'chart.js';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Chart, type ChartKind } from './Chart.tsx';
import {
  StageFrame,
  type StageNames,
  type StagePoint,
  type StageTip,
  usePress,
} from './StageFrame.tsx';

interface StageProps<Kind extends ChartKind, Point> extends StageNames {
  readonly config: ChartConfiguration<Kind, Point[]>;
  /** in the order of the first dataset; `null` where there is nothing to stop at */
  readonly points: readonly (StagePoint | null)[];
  readonly height: number;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** The next stop from `from` in the direction of `step`, or `from` when there is none. */
export function nextStop(points: readonly unknown[], from: number, step: number): number {
  for (let index = from + step; index >= 0 && index < points.length; index += step) {
    if (points[index] !== null) return index;
  }
  return from;
}

function targetOf(key: string, points: readonly unknown[], at: number | null): number | null {
  const step = steps[key];
  if (step !== undefined) return at === null ? nextStop(points, -1, 1) : nextStop(points, at, step);
  if (key === 'Home') return nextStop(points, -1, 1);
  if (key === 'End') return nextStop(points, points.length, -1);
  return null;
}

export function ChartStage<Kind extends ChartKind, Point>(props: StageProps<Kind, Point>) {
  const { config, points, label, hint, role, height } = props;
  const chart = useRef<ChartJs<Kind, Point[]> | null>(null);
  const [tip, setTip] = useState<StageTip | null>(null);

  const show = (index: number | null) => {
    const made = chart.current;
    const element = index === null ? undefined : made?.getDatasetMeta(0).data[index];
    if (!made || index === null || !element || !points[index]) {
      made?.setActiveElements([]);
      made?.update('none');
      return setTip(null);
    }
    made.setActiveElements([{ datasetIndex: 0, index }]);
    made.update('none');
    const { x, y } = element.getProps(['x', 'y'], true) as { x: number; y: number };
    setTip({ index, x, y });
  };

  const interactive = usePointer(config, show, usePress(points));
  const next = (from: number | null, key: string) => targetOf(key, points, from);
  const names = { label, hint, role };
  return (
    <StageFrame {...names} points={points} tip={tip} show={show} next={next} height={height}>
      <Chart config={interactive} chart={chart} />
    </StageFrame>
  );
}

/** Adds hovering and clicking to a configuration, without making a new one for each drawing. */
function usePointer<Kind extends ChartKind, Point>(
  config: ChartConfiguration<Kind, Point[]>,
  show: (index: number | null) => void,
  press: (index: number | null, how: MouseEvent) => void,
): ChartConfiguration<Kind, Point[]> {
  const latest = useRef({ show, press });
  latest.current = { show, press };
  const hovered = useRef<number | null>(null);
  return useMemo(() => {
    const options = {
      ...config.options,
      onHover: (_event: unknown, active: readonly { index: number }[], made: ChartJs) => {
        const index = active[0]?.index ?? null;
        made.canvas.style.cursor = index === null ? '' : 'pointer';
        if (index === hovered.current) return;
        hovered.current = index;
        latest.current.show(index);
      },
      onClick: ({ native }: ChartEvent, active: readonly { index: number }[]) =>
        // `as`: what is clicked on is clicked on with a pointer
        latest.current.press(active[0]?.index ?? null, native as MouseEvent),
    };
    // the two callbacks are the same for every kind of chart, which the type of Chart.js cannot say
    return { ...config, options } as ChartConfiguration<Kind, Point[]>;
  }, [config]);
}
