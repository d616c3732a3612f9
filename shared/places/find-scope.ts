// A scope as people write it into a cell of a file.
import type { Scope } from '../api/session.ts';
import { normaliseLine } from '../text/thai.ts';
import { findProvince } from './find-province.ts';
import { provinceByCode, regions } from './provinces.ts';

const longest = 100;
const everywhere = new Set(['all', 'ทั้งประเทศ', 'whole country', 'national']);

/** By an id (`all`, `northeast`, `TH-40`) or by the name that people write; undefined: none or several. */
export function findScope(text: string): Scope | undefined {
  const key = normaliseLine(text.slice(0, longest)).toLowerCase();
  if (everywhere.has(key)) return { kind: 'all' };
  const region = regions.find(({ id, name }) =>
    [id, ...Object.values(name)].some((one) => one.toLowerCase() === key),
  );
  if (region) return { kind: 'region', region: region.id };
  const code = key.toUpperCase();
  if (provinceByCode(code)) return { kind: 'province', province: code };
  const found = findProvince(key);
  return 'code' in found ? { kind: 'province', province: found.code } : undefined;
}
