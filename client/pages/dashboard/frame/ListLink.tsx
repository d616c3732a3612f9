import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { PickingContext } from '../../../ui/charts/picking.ts';

interface ListLinkProps {
  readonly href: string;
  /** what a screen reader says, where the text says too little */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** To the responses behind a number; on a page of numbers of another time it is no link. */
export function ListLink({ href, label, children }: ListLinkProps) {
  const { opensLists } = useContext(PickingContext);
  if (!opensLists) return <span>{children}</span>;
  return (
    <a href={href} aria-label={label}>
      {children}
    </a>
  );
}
