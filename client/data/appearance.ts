// Light or dark, normal or large letters: chosen per person, kept on this device.
import { createWatched, useWatched } from './watched.ts';

export interface Appearance {
  /** null: as the system says */
  readonly theme: 'light' | 'dark' | null;
  /** for projectors and tired eyes */
  readonly large: boolean;
}

const key = 'rabfang.appearance';

function remembered(): Appearance {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Appearance>;
    const theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : null;
    return { theme, large: kept.large === true };
  } catch {
    return { theme: null, large: false };
  }
}

const store = createWatched<Appearance>(remembered());
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function apply(): void {
  const { theme, large } = store.get();
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  root.dataset.size = large ? 'large' : 'normal';
  for (const listener of listeners) listener();
}

export function startAppearance(): void {
  apply();
  systemDark.addEventListener('change', apply);
}

export function isDark(): boolean {
  const { theme } = store.get();
  return theme === null ? systemDark.matches : theme === 'dark';
}

export function choose(change: Partial<Appearance>): void {
  const next = { ...store.get(), ...change };
  localStorage.setItem(key, JSON.stringify(next));
  store.set(next);
  apply();
}

/** For charts, which read colours once: tells when the tokens have changed. Returns how to stop. */
export function onAppearance(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAppearance(): Appearance {
  return useWatched(store);
}
