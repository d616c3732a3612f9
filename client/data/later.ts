// What the first screen does without, and what comes right after it: fetched once for all, and asked for again while the line is bad.
import { useEffect } from 'preact/hooks';
import { createWatched, useWatched, type Watched } from './watched.ts';

export interface Later<T> {
  /** null until it is here */
  readonly here: Watched<T | null>;
  /** the last try came to nothing: it is tried again by itself while anybody waits */
  readonly isMissing: Watched<boolean>;
  /** @throws when it cannot be had now */
  get(): Promise<T>;
}

const againMs = 5000;

export function later<T>(load: () => Promise<T>): Later<T> {
  const here = createWatched<T | null>(null);
  const isMissing = createWatched(false);
  let coming: Promise<T> | undefined;
  const get = (): Promise<T> => {
    coming ??= load().then(
      (part) => {
        here.set(part);
        isMissing.set(false);
        return part;
      },
      (error: unknown) => {
        coming = undefined;
        isMissing.set(true);
        throw error;
      },
    );
    return coming;
  };
  return { here, isMissing, get };
}

const nothing = later<never>(() => new Promise(() => undefined));

/** null while it is on its way; `part` null: nothing is wanted now. */
export function useLater<T>(part: Later<T> | null): T | null {
  useEffect(() => {
    if (!part) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      clearTimeout(timer);
      part.get().catch(() => {
        timer = setTimeout(ask, againMs);
      });
    };
    ask();
    addEventListener('online', ask);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', ask);
    };
  }, [part]);
  return useWatched<T | null>(part ? part.here : nothing.here);
}
