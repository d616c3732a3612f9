// A few names beside the map, with a line to their province: the highest ones, and one that has not reported.
import type { MapMeasure } from '../../../../shared/figures/map.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import type { Drawn } from './drawn-rows.ts';
import { formatOnMap } from './map-say.ts';
import { eastOfLand, inset, mapWidth, outlines } from './on-map.ts';

interface MapLabel {
  readonly key: string;
  readonly text: string;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** named in the enlarged part */
const around = new Set(['TH-10', 'TH-11', 'TH-12', 'TH-13', 'TH-73', 'TH-74', 'TH-75']);

export function mapLabels(
  { rows }: Drawn,
  measure: MapMeasure,
  narrow: boolean,
  { t, lang }: Speech,
): MapLabel[] {
  const free = rows.filter(({ row }) => !around.has(row.province));
  const highest = free
    .filter(({ value }) => typeof value === 'number')
    .toSorted((a, b) => Number(b.value) - Number(a.value))
    .slice(0, narrow ? 3 : 4);
  const silent = free.filter(({ value }) => value === 'no-data').slice(0, 1);
  const lineHeight = narrow ? 36 : 24;
  let below = Number.NEGATIVE_INFINITY;
  return [...highest, ...silent]
    .map(({ row, value }) => ({
      key: row.province,
      text: `${placeName(row.province, lang)} ${typeof value === 'number' ? formatOnMap(value, measure) : t.dashboard.noData}`,
      from: outlines.find(({ code }) => code === row.province)?.middle ?? ([0, 0] as const),
    }))
    .toSorted((a, b) => a.from[1] - b.from[1])
    .map(({ key, text, from }) => {
      const y = Math.max(from[1], below + lineHeight);
      below = y;
      const x = eastOfLand(y) + 14;
      // marks stand above or below their letter
      const width = text.replace(/\p{M}/gu, '').length * (narrow ? 14 : 8);
      const most = eastEdge(y, narrow);
      return { key, text, from, to: [Math.min(x, most - width), y] };
    });
}

/** where the enlarged part begins, and below it the legend, which on a phone stands under the map */
function eastEdge(y: number, narrow: boolean): number {
  if (y > inset.y + inset.height + 10) return narrow ? mapWidth - 2 : legendEdge;
  return y > inset.y - 24 ? inset.x - 8 : mapWidth - 2;
}

const legendEdge = 352;
