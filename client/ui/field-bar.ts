// What the top bar of a field page says on a phone, where there is one bar for all: which page, and whether the draft is safe.
import { useEffect } from 'preact/hooks';
import { createWatched, useWatched } from '../data/watched.ts';

interface FieldBar {
  readonly title: string;
  /** under it, small */
  readonly note: string;
  /** the note is bad news */
  readonly failed: boolean;
}

const store = createWatched<FieldBar | null>(null);

/** The page's own words; without them the bar has the page's name. */
export function useFieldBar(title: string, note: string, failed: boolean): void {
  useEffect(() => store.set({ title, note, failed }), [title, note, failed]);
  useEffect(() => () => store.set(null), []);
}

export function useFieldBarWords(): FieldBar | null {
  return useWatched(store);
}
