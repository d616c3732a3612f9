// The districts of each province. Larger than all the rest of the rules: the browser loads this file by itself, later.
import type { Names } from '../text/names.ts';
import { districtRows } from './districts-data.ts';

export interface District {
  /** DOPA's four digits; the first two are the province's */
  readonly code: string;
  readonly name: Names;
}

const read = new Map<string, readonly District[]>();

/** In the order of their codes; none for an unknown province. The same array at every call. */
export function districtsOf(provinceCode: string): readonly District[] {
  const known = read.get(provinceCode);
  if (known) return known;
  const rows = Object.hasOwn(districtRows, provinceCode) ? districtRows[provinceCode] : undefined;
  if (rows === undefined) return [];
  const districts = rows.split(';').map((row) => toDistrict(provinceCode, row));
  read.set(provinceCode, districts);
  return districts;
}

function toDistrict(provinceCode: string, row: string): District {
  const [digits = '', th = '', en = ''] = row.split('|');
  return { code: provinceCode.slice(3) + digits, name: { th, en } };
}
