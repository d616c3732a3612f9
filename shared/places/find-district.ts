// Which of a province's districts does a cell name? By whole names only; what is not found stays the text it was.
import { toWesternDigits } from '../text/thai.ts';
import type { District } from './districts.ts';

const prefix = /^(?:กิ่ง ?)?(?:อำเภอ|เขต|อ\.|ข\.)\s*|^(?:amphoe|amphur|khet)\s+/;
const suffix = /\s+(?:district|amphoe)$/;

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(prefix, '')
    .replace(suffix, '')
    .replace(/[ฯ.\-'’_ ]/g, '');

const maps = new WeakMap<readonly District[], ReadonlyMap<string, District>>();

/** Names, and `เมือง` alone for the capital district (Bangkok has none). */
function mapOf(districts: readonly District[]): ReadonlyMap<string, District> {
  const known = maps.get(districts);
  if (known) return known;
  const map = new Map<string, District>();
  for (const district of districts) {
    for (const key of [...Object.values(district.name).map(keyOf), district.code]) {
      if (!map.has(key)) map.set(key, district);
    }
  }
  const capital = districts.find(({ code }) => code.endsWith('01') && !code.startsWith('10'));
  for (const word of capital ? ['เมือง', 'mueang', 'muang'] : []) {
    if (capital && !map.has(word)) map.set(word, capital);
  }
  maps.set(districts, map);
  return map;
}

/** `text` is normalised; `districts` those of its province. */
export function findDistrict(text: string, districts: readonly District[]): District | undefined {
  if (text.length > 100) return undefined;
  const map = mapOf(districts);
  return map.get(text) ?? map.get(keyOf(toWesternDigits(text)));
}
