// Names of places and strategies in the language that is spoken.
import type { Filters } from '../../shared/api/figures.ts';
import { provinceByCode, regions } from '../../shared/places/provinces.ts';
import { type Strategy, strategyNames } from '../../shared/survey/strategies.ts';
import type { Lang, Messages } from './messages.ts';

export function strategyName(strategy: Strategy, lang: Lang): string {
  const names = strategyNames[strategy];
  return lang === 'th' ? names.shortTh : names.shortEn;
}

/** As it stands inside a sentence. */
export function spokenStrategyName(strategy: Strategy, lang: Lang): string {
  const name = strategyName(strategy, lang);
  return lang === 'th' ? name : lowerFirst(name);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A sentence begins with a capital letter, where the script has one. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Without the word all of them share, for dense places. */
export function shortStrategyName(strategy: Strategy, lang: Lang): string {
  const name = strategyName(strategy, lang);
  if (lang === 'th') return name.replace('ดิจิทัล', '');
  return capitalised(name.replace(/^Digital /, ''));
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
  if (place === undefined) return id;
  return lang === 'th' ? place.nameTh : place.nameEn;
}

/** As it stands inside a sentence: “the Northern region”, not “Northern”. */
export function spokenPlaceName(id: string, lang: Lang): string {
  const name = placeName(id, lang);
  return lang === 'en' && !id.startsWith('TH-') ? `the ${name} region` : name;
}

/** “A, B and C” */
export function listed(names: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
}

/** The area chosen, in words. */
export function areaName({ province, region }: Filters, lang: Lang, t: Messages): string {
  const places = [...(region ?? []), ...(province ?? [])];
  if (places.length === 0) return t.dashboard.wholeCountry;
  if (places.length > 2) return t.dashboard.several(String(places.length));
  return listed(
    places.map((id) => placeName(id, lang)),
    lang,
  );
}
