// Which province does a whole cell stand for? Never look inside free text: เลย, ตาก, แพร่, น่าน are words as well.
import { isNoAnswer } from '../text/no-answer.ts';
import { normaliseLine, toWesternDigits } from '../text/thai.ts';
import {
  type DistrictsOf,
  type PartsOfCell,
  provincesBesideCodes,
} from './province-beside-codes.ts';
import { type Province, provinces } from './provinces.ts';

export type FoundProvince =
  | { readonly code: string; readonly pass: 'exact' | 'abbr' | 'loose'; readonly error?: never }
  | { readonly error: 'missing-province' }
  /** `hint`: the province that a city of this name lies in */
  | { readonly error: 'unknown-province'; readonly hint?: string }
  /** `candidates`: codes it may mean */
  | { readonly error: 'ambiguous-province'; readonly candidates: readonly string[] };

interface Keys {
  readonly exact: ReadonlyMap<string, string>;
  readonly abbreviations: ReadonlyMap<string, string>;
  /** only keys that lead to one province */
  readonly loose: ReadonlyMap<string, string>;
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
}

/** The closed list of names that are too short to decide; the English ones are twins. */
const ambiguousNames = 'นคร สมุทร เพชร หนองบัว เชียง nakhon samut phet nongbua chiang'.split(' ');

/** Cities people give instead of a province. */
const cities: ReadonlyMap<string, string> = new Map([
  ...['พัทยา', 'เมืองพัทยา', 'pattaya'].map((name) => [name, 'TH-20'] as const),
  ...['หัวหิน', 'huahin'].map((name) => [name, 'TH-77'] as const),
  ...['หาดใหญ่', 'hatyai', 'haadyai'].map((name) => [name, 'TH-90'] as const),
  ...['แม่สอด', 'maesot'].map((name) => [name, 'TH-63'] as const),
]);

/** sara am broken into a space and sara aa, as text copied out of a PDF has it; only safe on a whole cell */
const brokenAm = /([ก-ฮ][\u0E48-\u0E4B]?) [\u0E32\u0E33]/g;
const prefix = /^(?:จังหวัด|จว\.|จ\.|จ |changwat(?![a-z]))\s*/;
const suffix = /\s*(?:province|changwat)$/;
const dropped = /[ฯ.\-'’_ ]/g;
const isDecimal = /^\d+\.\d+$/;
const looseMarks = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g;
const separators = /[,/;&|+()\n]|\s-\s|และ|หรือ|\s(?:and|or)\s/;

const tidy = (raw: string): string =>
  toWesternDigits(normaliseLine(raw)).replace(brokenAm, '$1\u0E33').toLowerCase();
const keyOf = (tidied: string): string =>
  tidied.replace(prefix, '').replace(suffix, '').replace(dropped, '');
const looseKeyOf = (key: string): string =>
  key.replace(looseMarks, '').replaceAll('\u0E33', '\u0E32');

/** Three passes: exact key, abbreviation, loose spelling (to be warned about). */
export function provinceFinder(
  provinces: readonly Province[],
): (raw: string | number, districtsOf?: DistrictsOf) => FoundProvince {
  const keys = keysOf(provinces);
  return (raw, districtsOf) => {
    const text = tidy(String(raw));
    const key = keyOf(text);
    if (isDecimal.test(text)) return ofDecimal(keys, text);
    const code = keys.exact.get(key);
    if (code !== undefined) return { code, pass: 'exact' };
    if (key === '' || isNoAnswer(text)) return { error: 'missing-province' };
    return lookFurther(keys, text, key, districtsOf);
  };
}

/** `40.0` is how a program that takes a code for a number writes 40; `4.0` is no 40. */
function ofDecimal(keys: Keys, text: string): FoundProvince {
  const code = keys.exact.get(/^(\d\d)\.0+$/.exec(text)?.[1] ?? '');
  return code === undefined ? { error: 'unknown-province' } : { code, pass: 'loose' };
}

function lookFurther(
  keys: Keys,
  text: string,
  key: string,
  districtsOf: DistrictsOf | undefined,
): FoundProvince {
  const candidates = keys.ambiguous.get(key);
  if (candidates) return { error: 'ambiguous-province', candidates };
  const hint = cities.get(key);
  if (hint !== undefined) return { error: 'unknown-province', hint };
  const abbreviation = byAbbreviation(keys, text, key);
  if (abbreviation !== undefined) return { code: abbreviation, pass: 'abbr' };
  const looseKey = looseKeyOf(key);
  const loose = looseKey.length >= 4 ? keys.loose.get(looseKey) : undefined;
  if (loose !== undefined) return { code: loose, pass: 'loose' };
  if (text.length > 300) return { error: 'unknown-province' };
  const several = severalIn(keys, text);
  if (several.length > 0) return fromParts({ provinces: several, agree: several.length === 1 });
  const names = {
    allIn: (part: string) => severalIn(keys, part),
    byDigits: (digits: string) => keys.exact.get(digits),
  };
  return fromParts(provincesBesideCodes(text, names, districtsOf));
}

function fromParts({ provinces, agree }: PartsOfCell): FoundProvince {
  const [only] = provinces;
  if (only === undefined) return { error: 'unknown-province' };
  return agree
    ? { code: only, pass: 'loose' }
    : { error: 'ambiguous-province', candidates: provinces };
}

/** จ.บ. is จบ (TH-22) before จ. is taken for "province"; จ.ขก is ขก after. */
function byAbbreviation(keys: Keys, text: string, key: string): string | undefined {
  return keys.abbreviations.get(text.replace(dropped, '')) ?? keys.abbreviations.get(key);
}

/** All the provinces a cell consists of, in order, each once; empty when anything in it is not a province. */
function severalIn(keys: Keys, text: string): string[] {
  const found = new Set<string>();
  for (const part of text.split(separators)) {
    const key = keyOf(part.trim());
    if (key === '') continue;
    const code = keys.exact.get(key) ?? byAbbreviation(keys, part.trim(), key);
    const codes = code === undefined ? inARow(keys, part) : [code];
    if (codes.length === 0) return [];
    for (const each of codes) found.add(each);
  }
  return [...found];
}

/** "เชียงใหม่ ลำพูน": names one after the other, cut wherever that makes all of them whole names. */
function inARow(keys: Keys, part: string): string[] {
  const text = part.replace(/จังหวัด|จว\.|จ\./g, ' ').replace(dropped, '');
  const reach: (string[] | undefined)[] = [[]];
  for (let end = 3; end <= text.length; end++) {
    for (let start = Math.max(0, end - 30); start <= end - 3; start++) {
      const before = reach[start];
      const code = before && keys.exact.get(text.slice(start, end));
      if (code === undefined) continue;
      reach[end] = [...(before ?? []), code];
      break;
    }
  }
  return reach[text.length] ?? [];
}

function keysOf(provinces: readonly Province[]): Keys {
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  const twice = new Set<string>();
  for (const province of provinces) {
    const { code, name: names, abbr, spellings } = province;
    for (const name of [...Object.values(names), abbr.en, code, code.slice(3), ...spellings]) {
      const key = keyOf(tidy(name));
      exact.set(key, code);
      const looseKey = looseKeyOf(key);
      if ((loose.get(looseKey) ?? code) !== code) twice.add(looseKey);
      loose.set(looseKey, code);
    }
  }
  for (const key of twice) loose.delete(key);
  return { exact, loose, abbreviations: abbreviationsOf(provinces), ambiguous: ambiguousOf(exact) };
}

const abbreviationsOf = (provinces: readonly Province[]): Map<string, string> =>
  new Map(provinces.map((province) => [province.abbr.th, province.code]));

const ambiguousOf = (exact: ReadonlyMap<string, string>): Map<string, string[]> =>
  new Map(
    ambiguousNames.map((name) => {
      const starting = [...exact].filter(([key]) => key.startsWith(name)).map(([, code]) => code);
      return [name, [...new Set(starting)].sort()];
    }),
  );

let finder: ReturnType<typeof provinceFinder> | undefined;

/**
 * The one province a whole cell stands for, or why it stands for none. The maps behind it are built at the first call.
 * `districtsOf`: where the list is at hand, a district in the same cell must be one of the province's.
 */
export function findProvince(raw: string | number, districtsOf?: DistrictsOf): FoundProvince {
  finder ??= provinceFinder(provinces);
  return finder(raw, districtsOf);
}
