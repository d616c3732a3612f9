// Which language is spoken, and its words. Switching needs no reload; the choice is kept on this device.
import { createStore, useStore } from '../data/store.ts';
import type { Area, Lang, Messages } from './messages.ts';
import * as th from './th.ts';

interface I18n {
  readonly lang: Lang;
  /** The areas that are loaded: `common`, `shell` and those of the page's route. */
  readonly t: Messages;
}

const key = 'rabfang.lang';
const needed = new Set<Area>();
const store = createStore<I18n>({ lang: 'th', t: th.always as Messages });

function storedLang(): Lang {
  return localStorage.getItem(key) === 'en' ? 'en' : 'th';
}

async function load(lang: Lang, wanted: Iterable<Area>): Promise<Messages> {
  const source = lang === 'th' ? th : await import('./en.ts');
  const loaders: Record<string, (() => Promise<unknown>) | undefined> = source.areas;
  const entries = await Promise.all(
    [...wanted].map(async (area) => [area, await loaders[area]?.()] as const),
  );
  const loaded = Object.fromEntries(entries.filter(([, words]) => words !== undefined));
  return { ...source.always, ...loaded } as Messages;
}

async function show(lang: Lang): Promise<void> {
  const t = await load(lang, needed);
  document.documentElement.lang = lang;
  store.set({ lang, t });
}

/** Loads the words of these areas in the current language; a page is shown after it. */
export async function needAreas(areas: readonly Area[]): Promise<void> {
  const missing = areas.filter((area) => !needed.has(area));
  for (const area of missing) needed.add(area);
  if (missing.length > 0 || store.get().lang !== storedLang()) await show(storedLang());
}

export async function switchLang(lang: Lang): Promise<void> {
  localStorage.setItem(key, lang);
  await show(lang);
}

export function useI18n(): I18n {
  return useStore(store);
}
