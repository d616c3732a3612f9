// What every chart has around it: one focus stop, arrow keys, a sentence for each point, Enter or click to open it.
import type { ChartConfiguration, Chart as ChartJs } from 'chart.js';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Chart, type ChartKind } from './Chart.tsx';
import './charts.css';

export interface StagePoint {
  /** one sentence about this point */
  readonly say: string;
  /** where it leads: the responses behind it */
  readonly href: string | null;
}

interface StageProps<Kind extends ChartKind, Point> {
  readonly config: ChartConfiguration<Kind, Point[]>;
  /** in the order of the first dataset; `null` where there is nothing to stop at */
  readonly points: readonly (StagePoint | null)[];
  /** accessible name: the finding and what is measured */
  readonly label: string;
  /** how it is read with the keyboard */
  readonly hint: string;
  readonly role: string;
  readonly height: number;
}

interface Tip {
  readonly index: number;
  readonly x: number;
  readonly y: number;
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

/** px: a point higher than this has its sentence below it, or it would cover what the figure says */
const roomAbove = 110;

export function ChartStage<Kind extends ChartKind, Point>(props: StageProps<Kind, Point>) {
  const { config, points, label, hint, role, height } = props;
  const chart = useRef<ChartJs<Kind, Point[]> | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const [spoken, setSpoken] = useState('');

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

  const open = (index: number | null) => {
    const href = index === null ? null : points[index]?.href;
    if (href) location.hash = href.replace(/^#/, '');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return open(tip?.index ?? null);
    }
    if (event.key === 'Escape') return show(null);
    const index = targetOf(event.key, points, tip?.index ?? null);
    if (index === null) return;
    event.preventDefault();
    show(index);
    setSpoken(points[index]?.say ?? '');
  };

  const interactive = usePointer(config, show, open);
  const sentence = tip === null ? undefined : points[tip.index]?.say;
  return (
    <div
      class="stage"
      style={{ height: `${height}px` }}
      role="application"
      aria-roledescription={role}
      aria-label={`${label} ${hint}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a chart is one stop that arrow keys walk through
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => show(null)}
      onMouseLeave={() => show(null)}
    >
      <Chart config={interactive} chart={chart} />
      {tip !== null && sentence !== undefined && <Sentence tip={tip} text={sentence} />}
      <p class="vh" role="status">
        {spoken}
      </p>
    </div>
  );
}

function Sentence({ tip, text }: { readonly tip: Tip; readonly text: string }) {
  return (
    <p
      class={tip.y < roomAbove ? 'stage-tip below' : 'stage-tip'}
      style={{ '--x': `${tip.x}px`, '--y': `${tip.y}px` }}
    >
      {text}
    </p>
  );
}

/** Adds hovering and clicking to a configuration, without making a new one for each drawing. */
function usePointer<Kind extends ChartKind, Point>(
  config: ChartConfiguration<Kind, Point[]>,
  show: (index: number | null) => void,
  open: (index: number | null) => void,
): ChartConfiguration<Kind, Point[]> {
  const latest = useRef({ show, open });
  latest.current = { show, open };
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
      onClick: (_event: unknown, active: readonly { index: number }[]) =>
        latest.current.open(active[0]?.index ?? null),
    };
    // the two callbacks are the same for every kind of chart, which the type of Chart.js cannot say
    return { ...config, options } as ChartConfiguration<Kind, Point[]>;
  }, [config]);
}
