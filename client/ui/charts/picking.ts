// What a press on a part of a figure does: the page filters itself by it, or, where a page cannot, the responses behind it open.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Filters } from '../../../shared/api/figures.ts';

/** One part of a figure: a bar, a cell, a month, a province. */
export interface FigurePart {
  /** the responses behind it; null where there are none */
  readonly href: string | null;
  /** the filters that single it out */
  readonly filters?: Filters;
}

export interface Picking {
  /** the page under the part that was picked; null: the page has no filters */
  readonly hrefOf: ((part: Filters) => string) | null;
  /** false: what is behind the numbers today is not what they were made of */
  readonly opensLists: boolean;
}

/** How a part was pressed. */
export type Press = Pick<MouseEvent, 'shiftKey'>;

export const PickingContext = createContext<Picking>({ hrefOf: null, opensLists: true });

/** Where a press leads; null: nowhere. With Shift to the responses. */
export function usePicking(): (part: FigurePart | null | undefined, press: Press) => string | null {
  const { hrefOf, opensLists } = useContext(PickingContext);
  return (part, { shiftKey }) => {
    if (!part) return null;
    const list = opensLists ? part.href : null;
    if (hrefOf === null || part.filters === undefined || shiftKey) return list;
    return hrefOf(part.filters);
  };
}

/** What the page does with a press: for the words that say so. */
export function usePressMeans(
  parts: readonly (FigurePart | null)[],
): 'filters' | 'opens' | 'nothing' {
  const { hrefOf, opensLists } = useContext(PickingContext);
  if (hrefOf !== null && parts.some((part) => part?.filters !== undefined)) return 'filters';
  return opensLists && parts.some((part) => part !== null && part.href !== null)
    ? 'opens'
    : 'nothing';
}
