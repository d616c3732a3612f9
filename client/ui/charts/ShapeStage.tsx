// A picture of shapes, read as charts are (StageFrame.tsx). A shape says which point it is by `data-point`.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import {
  StageFrame,
  type StageNames,
  type StagePoint,
  type StageTip,
  usePress,
} from './StageFrame.tsx';

interface ShapeStageProps extends StageNames {
  readonly points: readonly StagePoint[];
  /** the point that an arrow key leads to; `from` is null before the first */
  readonly next: (from: number | null, key: string) => number | null;
  readonly className: string;
  readonly children: (active: number | null) => ComponentChildren;
}

export function ShapeStage({ children, ...props }: ShapeStageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const press = usePress(props.points);
  const [tip, setTip] = useState<StageTip | null>(null);
  // a pointer that moves within one shape changes nothing, and draws nothing
  const show = (index: number | null) =>
    setTip((old) => ((old?.index ?? null) === index ? old : placeOf(frame.current, index)));
  const pointer = {
    onMouseMove: (event: MouseEvent) => show(pointAt(event)),
    onClick: (event: MouseEvent) => press(pointAt(event), event),
  };
  return (
    <StageFrame {...props} frame={frame} tip={tip} show={show} pointer={pointer}>
      {children(tip?.index ?? null)}
    </StageFrame>
  );
}

function pointAt(event: MouseEvent): number | null {
  const shape = (event.target as Element).closest<SVGElement>('[data-point]');
  return shape === null ? null : Number(shape.dataset.point);
}

/** Above the middle of its shape. */
function placeOf(stage: HTMLElement | null, index: number | null): StageTip | null {
  const shape = index === null ? null : stage?.querySelector(`[data-point="${index}"]`);
  if (!stage || !shape || index === null) return null;
  const [box, frame] = [shape.getBoundingClientRect(), stage.getBoundingClientRect()];
  return {
    index,
    x: box.left - frame.left + box.width / 2,
    y: box.top - frame.top + Math.min(box.height / 2, 40),
  };
}
