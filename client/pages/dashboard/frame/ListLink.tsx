import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { PickingContext } from '../../../ui/charts/picking.ts';

/** To the responses behind a number; on a page of numbers of another time it is no link. */
export function ListLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
}) {
  const { opensLists } = useContext(PickingContext);
  return opensLists ? <a href={href}>{children}</a> : <span>{children}</span>;
}
