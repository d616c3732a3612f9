// Arrow keys on a map: to the nearest province that way.
import { placesOnMap } from '../../../../shared/places/places-on-map-data.ts';
import type { MapShape } from './MapSwitches.tsx';

const ways: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** null: the key leads nowhere */
export function nextOnMap(
  codes: readonly string[],
  from: number | null,
  key: string,
  shape: MapShape,
): number | null {
  if (codes.length === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return codes.length - 1;
  const way = ways[key];
  if (way === undefined) return null;
  if (from === null) return 0;
  const here = placeOf(codes[from], shape);
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (const [index, code] of codes.entries()) {
    const there = placeOf(code, shape);
    const [east, north] = [there[0] - here[0], there[1] - here[1]];
    const along = east * way[0] + north * way[1];
    const aside = Math.abs(east * way[1]) + Math.abs(north * way[0]);
    // what lies more to the side than ahead belongs to another key
    if (index === from || along <= 0 || aside > 1.5 * along) continue;
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function placeOf(
  code: string | undefined,
  shape: MapShape,
): readonly [east: number, north: number] {
  const [longitude = 0, latitude = 0, column = 0, line = 0] = placesOnMap[code ?? ''] ?? [];
  return shape === 'map' ? [longitude, latitude] : [column, -line];
}
