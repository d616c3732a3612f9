// The 77 provinces in the order of their codes, the six regions they belong to, and finding one by what people write.
import type { Names } from '../text/names.ts';
import { provinceRows } from './provinces-data.ts';

export const regionIds = ['north', 'northeast', 'central', 'east', 'west', 'south'] as const;
export type RegionId = (typeof regionIds)[number];

export interface Region {
  readonly id: RegionId;
  readonly name: Names;
}

export const regions: readonly Region[] = [
  { id: 'north', name: { th: 'ภาคเหนือ', en: 'Northern' } },
  { id: 'northeast', name: { th: 'ภาคตะวันออกเฉียงเหนือ', en: 'Northeastern' } },
  { id: 'central', name: { th: 'ภาคกลาง', en: 'Central' } },
  { id: 'east', name: { th: 'ภาคตะวันออก', en: 'Eastern' } },
  { id: 'west', name: { th: 'ภาคตะวันตก', en: 'Western' } },
  { id: 'south', name: { th: 'ภาคใต้', en: 'Southern' } },
];

export interface Province {
  /** ISO 3166-2, such as TH-50; its digits are DOPA's province code */
  readonly code: string;
  readonly name: Names;
  /** as a whole cell only, never inside a text */
  readonly abbr: Names;
  readonly region: RegionId;
  /** registered population at 31 December B.E. 2562 */
  readonly population: number;
  /** other spellings that stand for this province alone */
  readonly spellings: readonly string[];
}

export const provinces: readonly Province[] = provinceRows.map(
  ([no, nameTh, nameEn, abbrTh, abbrEn, region, population, spellings]) => ({
    code: `TH-${no}`,
    name: { th: nameTh, en: nameEn },
    abbr: { th: abbrTh, en: abbrEn },
    region,
    population,
    spellings: spellings === '' ? [] : spellings.split('|'),
  }),
);

const byCode = new Map(provinces.map((province) => [province.code, province]));

export function provinceByCode(code: string): Province | undefined {
  return byCode.get(code);
}

export function provincesInRegion(id: RegionId): readonly Province[] {
  return provinces.filter((province) => province.region === id);
}
