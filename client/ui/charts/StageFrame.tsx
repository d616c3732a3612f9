// What every picture with points has around it: one focus stop, arrow keys, a sentence for each point, Enter to press it.
import type { ComponentChildren, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { useI18n } from '../../i18n/i18n.ts';
import './charts.css';
import { type FigurePart, type Press, usePicking, usePressMeans } from './picking.ts';

export interface StagePoint extends FigurePart {
  /** one sentence about this point */
  readonly say: string;
}

/** Where the sentence of a point stands, in the frame. */
export interface StageTip {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface StageNames {
  /** accessible name: the finding and what is measured */
  readonly label: string;
  /** how it is read with the keyboard */
  readonly hint: string;
  readonly role: string;
}

interface StageFrameProps extends StageNames {
  /** `null` where there is nothing to stop at */
  readonly points: readonly (StagePoint | null)[];
  readonly tip: StageTip | null;
  readonly show: (index: number | null) => void;
  /** the point that a key leads to; `from` is null before the first */
  readonly next: (from: number | null, key: string) => number | null;
  readonly frame?: Ref<HTMLDivElement>;
  readonly className?: string;
  readonly height?: number;
  /** for shapes; a chart hears its own pointer */
  readonly pointer?: Readonly<Record<'onMouseMove' | 'onClick', (event: MouseEvent) => void>>;
  readonly children: ComponentChildren;
}

/** px: a point higher than this has its sentence below it, or it would cover what the figure says */
const roomAbove = 110;

export function StageFrame(props: StageFrameProps) {
  const { points, tip, show, next, label, hint, role, height } = props;
  const [spoken, setSpoken] = useState('');
  const press = usePress(points);
  const means = usePressMeans(points);
  const words = useI18n().t.dashboard.press;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tip?.index ?? null;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return press(at, event);
    }
    if (event.key === 'Escape') return show(null);
    const index = next(at, event.key);
    if (index === null) return;
    event.preventDefault();
    show(index);
    setSpoken(points[index]?.say ?? '');
  };
  return (
    <div
      ref={props.frame ?? null}
      class={`stage ${props.className ?? ''}`}
      style={height === undefined ? {} : { height: `${height}px` }}
      role="application"
      aria-roledescription={role}
      aria-label={`${label} ${hint} ${words.keys[means]}`.trim()}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture is one stop that arrow keys walk through
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => show(null)}
      onMouseLeave={() => show(null)}
      {...props.pointer}
    >
      {props.children}
      {tip !== null && (
        <Sentence tip={tip} text={points[tip.index]?.say} means={words.pointer[means]} />
      )}
      <p class="vh" role="status">
        {spoken}
      </p>
    </div>
  );
}

/** Goes where a press on a point leads. */
export function usePress(
  points: readonly (StagePoint | null)[],
): (index: number | null, how: Press) => void {
  const leadsTo = usePicking();
  return (index, how) => {
    const href = index === null ? null : leadsTo(points[index], how);
    if (href) location.hash = href.replace(/^#/, '');
  };
}

interface SentenceProps {
  readonly tip: StageTip;
  readonly text: string | undefined;
  /** what a press would do */
  readonly means: string;
}

function Sentence({ tip, text, means }: SentenceProps) {
  if (text === undefined) return null;
  return (
    <p
      class={tip.y < roomAbove ? 'stage-tip below' : 'stage-tip'}
      style={{ '--x': `${tip.x}px`, '--y': `${tip.y}px` }}
    >
      {text}
      {means !== '' && <small>{means}</small>}
    </p>
  );
}
