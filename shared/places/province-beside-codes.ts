// A province's name with what offices put beside it in one cell: its code, a postcode, the district before it. It is read when
// all parts agree.
import type { District } from './districts.ts';
import { findDistrict } from './find-district.ts';

export interface NamesOfProvinces {
  /** codes of all the provinces that a text consists of, each once; empty when anything in it is none */
  readonly allIn: (text: string) => readonly string[];
  readonly byDigits: (digits: string) => string | undefined;
}

export type DistrictsOf = (provinceCode: string) => readonly District[];

const postcode = /(?<![\d.])\d{5}(?![\d.])/;
const provinceCode = /(?<![\d.])(?:th-?)?(\d{2})(?:\.0+)?(?![\d.])/;
const district = /(?:กิ่ง ?)?(?:อำเภอ|อ\.|เขต) ?([ก-๎]+)/;
const subdistrict = /(?:ตำบล|ต\.|แขวง) ?[ก-๎]+/;
const signs = /[\s\-–_:.,()[\]/;|]+/;

export interface PartsOfCell {
  /** what they speak of, each once; empty when one of them is unknown */
  readonly provinces: readonly string[];
  readonly agree: boolean;
}

const unknown: PartsOfCell = { provinces: [], agree: false };

/** `text` is tidy, in lower case. */
export function provincesBesideCodes(
  text: string,
  names: NamesOfProvinces,
  districtsOf: DistrictsOf | undefined,
): PartsOfCell {
  const [post = ''] = postcode.exec(text) ?? [];
  const afterPost = text.replace(post, ' ');
  const [code = '', digits = ''] = provinceCode.exec(afterPost) ?? [];
  const [inside = '', place = ''] = district.exec(afterPost) ?? [];
  const rest = [code, inside]
    .reduce((left, part) => left.replace(part, ' '), afterPost)
    .replace(subdistrict, ' ');
  const isNamed = rest.replace(signs, '') !== '';
  const named = isNamed ? names.allIn(tidied(rest)) : [];
  if (isNamed && named.length === 0) return unknown;
  const coded = names.byDigits(digits);
  const found = [...new Set([...named, ...(coded === undefined ? [] : [coded])])];
  const posted = post === '' ? found : provincesOfPostcode(post, names);
  const provinces = found.some((one) => posted.includes(one)) ? found : [...found, ...posted];
  const isKnown = digits === '' || coded !== undefined;
  const agree = isKnown && provinces.length === 1 && isInside(place, found, districtsOf);
  // a postcode alone says too little: some are shared
  return found.length === 0 ? unknown : { provinces, agree };
}

function isInside(
  place: string,
  [province = '']: readonly string[],
  districtsOf: DistrictsOf | undefined,
): boolean {
  if (place === '' || !districtsOf) return true;
  return findDistrict(place, districtsOf(province)) !== undefined;
}

/** Signs that stood beside what was taken out. */
const tidied = (text: string): string =>
  text.replace(new RegExp(`^${signs.source}|${signs.source}$`, 'g'), '').replace(/ {2,}/g, ' ');

/** Their first two digits are those of the province, but for the provinces around Bangkok. */
const shifted: Readonly<Record<string, readonly string[]>> = {
  '10': ['10', '11'],
  '11': ['12'],
  '12': ['13'],
  '13': ['14', '13'],
  '14': ['15'],
  '15': ['16'],
  '16': ['17'],
  '17': ['18'],
  '18': ['19'],
  '43': ['43', '38'],
};

function provincesOfPostcode(post: string, { byDigits }: NamesOfProvinces): readonly string[] {
  const area = post.slice(0, 2);
  return (shifted[area] ?? [area]).flatMap((digits) => byDigits(digits) ?? []);
}
