import type { ComponentChildren } from 'preact';
import { type FigurePart, usePicking } from '../../../ui/charts/picking.ts';

interface PickLinkProps {
  readonly part: FigurePart;
  readonly tabIndex?: number;
  /** what a screen reader says, where the text says too little */
  readonly label?: string;
  readonly onFocus?: () => void;
  readonly onMouseEnter?: () => void;
  readonly onMouseLeave?: () => void;
  readonly children: ComponentChildren;
}

/** A part of a figure that is a link: pressed as the points of a chart are. */
export function PickLink({ part, label, children, ...others }: PickLinkProps) {
  const leadsTo = usePicking();
  const href = leadsTo(part, { shiftKey: false });
  if (href === null) return <span {...others}>{children}</span>;
  const onClick = (event: MouseEvent) => {
    const list = event.shiftKey ? leadsTo(part, event) : null;
    if (list === null) return;
    event.preventDefault();
    location.hash = list.replace(/^#/, '');
  };
  return (
    <a {...others} aria-label={label} href={href} onClick={onClick}>
      {children}
    </a>
  );
}
