// Where we are, kept in the address behind `#`, so that every view can be linked and the back button works.
import { useMemo } from 'preact/hooks';
import { createWatched, useWatched } from './data/watched.ts';

export interface PageAddress {
  /** such as `/responses` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** path and query as they stand in the address, without `#` */
  readonly address: string;
}

/** The address as it stands now, without `#`. */
export function here(): string {
  return location.hash.replace(/^#/, '') || '/';
}

const store = createWatched<string>(here());
addEventListener('hashchange', () => store.set(here()));

/** `to` is an address such as `/responses?province=TH-50`. */
export function navigate(to: string, how: { readonly replace?: boolean } = {}): void {
  if (how.replace) history.replaceState(history.state, '', `#${to}`);
  else location.hash = to;
  // at once: `hashchange` comes too late for who looks at the address in the same turn
  store.set(here());
}

export function usePageAddress(): PageAddress {
  const address = useWatched(store);
  return useMemo(() => {
    const [path = '/', search = ''] = address.split('?', 2);
    return { path, query: new URLSearchParams(search), address };
  }, [address]);
}
