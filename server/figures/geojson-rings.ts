// Outlines as files of maps want them: RFC 7946, 3.1.6 and 11.2.
import type { Point, Polygon } from '../../shared/places/province-shapes.ts';

/** Outer rings run against the clock, holes with it; five digits are a metre, and the outlines know less. */
export function forGeojson(polygons: readonly Polygon[]): Polygon[] {
  return polygons.map((rings) =>
    rings.map((ring, index) => {
      const isOuter = index === 0;
      const walked = doubleArea(ring) > 0 === isOuter ? ring : ring.toReversed();
      return walked.map(([x, y]) => [rounded(x), rounded(y)] as const);
    }),
  );
}

/** Above 0 against the clock. */
function doubleArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
