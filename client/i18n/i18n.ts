// Which language is spoken, and its words. Switching needs no reload; the choice is kept on this device.

import { type Lang, langs } from '../../shared/text/names.ts';
import { createWatched, useWatched } from '../data/watched.ts';
import { allTogether } from './keep-together.ts';
import type { Area, Messages } from './messages.ts';
import { always, areas } from './th.ts';

/** What speaks: a language and its words. */
export interface Speech {
  readonly lang: Lang;
  /** The areas that are loaded: `common`, `shell` and those of the page's route. */
  readonly t: Messages;
}

interface Source {
  readonly always: object;
  readonly areas: Readonly<Partial<Record<Area, () => Promise<unknown>>>>;
}

const key = 'rabfang.lang';
const needed = new Set<Area>();
/** where each language's words are; Thai comes with the page */
const sources: Readonly<Record<Lang, () => Promise<Source>>> = {
  th: async () => ({ always, areas }),
  en: () => import('./en.ts'),
};
const store = createWatched<Speech>({ lang: 'th', t: allTogether(always) as Messages });

function storedLang(): Lang {
  const stored = localStorage.getItem(key);
  return langs.find((lang) => lang === stored) ?? 'th';
}

async function load(lang: Lang, wanted: Iterable<Area>): Promise<Messages> {
  const source = await sources[lang]();
  const entries = await Promise.all(
    [...wanted].map(async (area) => [area, await source.areas[area]?.()] as const),
  );
  const loaded = Object.fromEntries(entries.filter(([, words]) => words !== undefined));
  return allTogether({ ...source.always, ...loaded }) as unknown as Messages; // by area, as the interface names them
}

async function show(lang: Lang, wanted: ReadonlySet<Area> = needed): Promise<void> {
  const isOther = store.get().lang !== lang;
  const words = await load(lang, isOther ? new Set([...needed, ...wanted]) : wanted);
  // another language was chosen meanwhile: these areas are needed in that one
  if (lang !== storedLang()) return show(storedLang(), wanted);
  const before = store.get();
  document.documentElement.lang = lang;
  // another page's words may have come meanwhile
  store.set({ lang, t: before.lang === lang ? { ...before.t, ...words } : words });
}

/** Loads the words of these areas in the current language; a page is shown after it. */
export async function needAreas(areas: readonly Area[]): Promise<void> {
  const missing = areas.filter((area) => !needed.has(area));
  if (missing.length > 0 || store.get().lang !== storedLang())
    await show(storedLang(), new Set(areas));
  // only what has come: an area that could not be loaded is asked for again
  for (const area of missing) needed.add(area);
}

/** Fetches the words of these areas in every language, so that they are there when the network is not. */
export async function fetchAreas(areas: readonly Area[]): Promise<void> {
  await Promise.all(langs.map((lang) => load(lang, areas)));
}

export async function switchLang(lang: Lang): Promise<void> {
  localStorage.setItem(key, lang);
  await show(lang);
}

export function useI18n(): Speech {
  return useWatched(store);
}
