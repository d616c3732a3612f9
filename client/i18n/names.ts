// Names of places and strategies in the language that is spoken.
import type { Filters } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import { provinceByCode, regions } from '../../shared/places/provinces.ts';
import { areaOf } from '../../shared/places/scope.ts';
import { type Strategy, strategyNames } from '../../shared/survey/strategies.ts';
import { grammar } from './grammar.ts';
import type { Lang, Messages } from './messages.ts';

export function strategyName(strategy: Strategy, lang: Lang): string {
  return strategyNames[strategy].short[lang];
}

/** As it stands inside a sentence. */
export function spokenStrategyName(strategy: Strategy, lang: Lang): string {
  return grammar[lang].insideSentence(strategyName(strategy, lang));
}

/** Without the word all of them share, for dense places. */
export function shortStrategyName(strategy: Strategy, lang: Lang): string {
  return grammar[lang].shortStrategy(strategyName(strategy, lang));
}

/** The same for the head of a narrow column: it may break where the parts meet. */
export function headParts(strategy: Strategy, lang: Lang): readonly string[] {
  const name = shortStrategyName(strategy, lang);
  return breaks[name] ?? [name];
}

const breaks: Readonly<Record<string, readonly string[]>> = {
  โครงสร้างพื้นฐาน: ['โครงสร้าง', 'พื้นฐาน'],
  ความเชื่อมั่น: ['ความ', 'เชื่อมั่น'],
  Infrastructure: ['Infra\u00AD', 'structure'],
  Government: ['Govern\u00AD', 'ment'],
};

/** A province by its code or a region by its id. */
export function placeName(id: string, lang: Lang): string {
  const place = provinceByCode(id) ?? regions.find((region) => region.id === id);
  return place?.name[lang] ?? id;
}

/** As it stands inside a sentence: “the Northern region”, not “Northern”. */
export function spokenPlaceName(id: string, lang: Lang): string {
  const name = placeName(id, lang);
  return id.startsWith('TH-') ? name : grammar[lang].region(name);
}

/** “A, B and C” */
export function listed(names: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
}

/** The area chosen, in words. */
export function areaName(
  { province, region, scope }: Filters & { readonly scope?: Scope | undefined },
  lang: Lang,
  t: Messages,
): string {
  const chosen = [...(region ?? []), ...(province ?? [])];
  const own = scope ? areaOf(scope) : null;
  const places = chosen.length > 0 || own === null ? chosen : [own];
  if (places.length === 0) return t.dashboard.wholeCountry;
  if (places.length > 2) return t.dashboard.several(String(places.length));
  return listed(
    places.map((id) => placeName(id, lang)),
    lang,
  );
}
