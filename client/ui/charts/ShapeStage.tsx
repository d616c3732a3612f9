// What a picture of shapes has around it, as charts have: one focus stop, arrow keys, a sentence for each shape, Enter or a click
// to open it. A shape says which point it is by `data-point`.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { StagePoint } from './ChartStage.tsx';
import './charts.css';

interface ShapeStageProps {
  readonly points: readonly StagePoint[];
  /** the point that an arrow key leads to; `from` is null before the first */
  readonly next: (from: number | null, key: string) => number | null;
  readonly label: string;
  readonly hint: string;
  readonly role: string;
  readonly className: string;
  readonly children: (active: number | null) => ComponentChildren;
}

interface ShapeTip {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export function ShapeStage(props: ShapeStageProps) {
  const { points, next, label, hint, role, className, children } = props;
  const stage = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<ShapeTip | null>(null);
  const [spoken, setSpoken] = useState('');
  const show = (index: number | null) => setTip(placeOf(stage.current, index));
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
    const index = next(tip?.index ?? null, event.key);
    if (index === null) return;
    event.preventDefault();
    show(index);
    setSpoken(points[index]?.say ?? '');
  };
  const sentence = tip === null ? undefined : points[tip.index]?.say;
  return (
    <div
      ref={stage}
      class={`stage ${className}`}
      role="application"
      aria-roledescription={role}
      aria-label={`${label} ${hint}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture is one stop that arrow keys walk through
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => show(null)}
      onMouseMove={(event) => show(pointAt(event))}
      onMouseLeave={() => show(null)}
      onClick={(event) => open(pointAt(event))}
    >
      {children(tip?.index ?? null)}
      {tip !== null && sentence !== undefined && (
        <p
          class={tip.y < 110 ? 'stage-tip below' : 'stage-tip'}
          style={{ '--x': `${tip.x}px`, '--y': `${tip.y}px` }}
        >
          {sentence}
        </p>
      )}
      <p class="vh" role="status">
        {spoken}
      </p>
    </div>
  );
}

function pointAt(event: MouseEvent): number | null {
  const shape = (event.target as Element).closest<SVGElement>('[data-point]');
  return shape === null ? null : Number(shape.dataset.point);
}

/** Above the middle of its shape. */
function placeOf(stage: HTMLElement | null, index: number | null): ShapeTip | null {
  const shape = index === null ? null : stage?.querySelector(`[data-point="${index}"]`);
  if (!stage || !shape || index === null) return null;
  const [box, frame] = [shape.getBoundingClientRect(), stage.getBoundingClientRect()];
  return {
    index,
    x: box.left - frame.left + box.width / 2,
    y: box.top - frame.top + Math.min(box.height / 2, 40),
  };
}
