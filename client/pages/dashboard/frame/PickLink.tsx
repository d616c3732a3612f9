import type { ComponentChildren } from 'preact';
import { type FigurePart, usePicking } from '../../../ui/charts/picking.ts';

interface PickLinkProps {
  readonly part: FigurePart;
  readonly tabIndex?: number;
  readonly onFocus?: () => void;
  readonly onMouseEnter?: () => void;
  readonly onMouseLeave?: () => void;
  readonly children: ComponentChildren;
}

/** A part of a figure that is a link: pressed as the points of a chart are. */
export function PickLink({ part, children, ...others }: PickLinkProps) {
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
    <a {...others} href={href} onClick={onClick}>
      {children}
    </a>
  );
}
