// The outlines of the provinces, of arcs that neighbours share: so they fit, and each border is stored once.

import { arcs, provincePolygons, type Rings, transform } from './province-shapes-data.ts';
import type { RegionId } from './provinces.ts';

export type Point = readonly [longitude: number, latitude: number];
/** an outline, and the holes in it; each ends where it begins */
export type Polygon = readonly (readonly Point[])[];

/** Of a province by its code; none for a code that is not one. */
export function polygonsOf(code: string): Polygon[] {
  return (provincePolygons[code] ?? []).map((rings) => rings.map(ringOf));
}

/** Lines where two regions meet. */
export function regionBorders(regionOf: (code: string) => RegionId | undefined): Point[][] {
  const seen = new Map<number, RegionId | undefined>();
  const borders = new Set<number>();
  for (const [code, polygons] of Object.entries(provincePolygons)) {
    for (const arc of polygons.flat(2).map(numberOf)) {
      const region = regionOf(code);
      if (seen.has(arc) && seen.get(arc) !== region) borders.add(arc);
      seen.set(arc, region);
    }
  }
  return [...borders].map(pointsOf);
}

/** a number below 0 is the arc walked backwards */
function numberOf(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

function ringOf(ring: Rings[number]): Point[] {
  return ring.flatMap((arc, index) => {
    const points = pointsOf(numberOf(arc));
    const walked = arc < 0 ? points.toReversed() : points;
    // an arc begins where the one before it ends
    return index === 0 ? walked : walked.slice(1);
  });
}

function pointsOf(arc: number): Point[] {
  const steps = arcs[arc] ?? [];
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    points.push([
      x * transform.scale[0] + transform.translate[0],
      y * transform.scale[1] + transform.translate[1],
    ]);
  }
  return points;
}
