// Which provinces are like one: of the same large region, and of about as many people.
import { type Province, provinces, type RegionId } from './provinces.ts';

/** north in the four regions of administration and statistics, though central or west in the six */
const alsoNorth: ReadonlySet<string> = new Set(
  ['60', '61', '62', '63', '64', '65', '66', '67'].map((no) => `TH-${no}`),
);

type LargeRegion = 'north' | 'northeast' | 'central' | 'south';

const largeRegions: Readonly<Record<RegionId, LargeRegion>> = {
  north: 'north',
  northeast: 'northeast',
  central: 'central',
  east: 'central',
  west: 'central',
  south: 'south',
};

function largeRegionOf({ code, region }: Province): LargeRegion {
  return alsoNorth.has(code) ? 'north' : largeRegions[region];
}

/** The k of its large region that are nearest to it in the logarithm of their population, nearest first. */
export function similarProvinces(code: string, k = 9): Province[] {
  const one = provinces.find((province) => province.code === code);
  if (one === undefined) return [];
  const distance = ({ population }: Province) =>
    Math.abs(Math.log(population) - Math.log(one.population));
  return provinces
    .filter((other) => other !== one && largeRegionOf(other) === largeRegionOf(one))
    .toSorted((a, b) => distance(a) - distance(b) || a.code.localeCompare(b.code, 'en'))
    .slice(0, k);
}
