import { expect } from 'chai';
import { forGeojson } from '../../../../server/figures/geojson-rings.ts';
import { type Point, polygonsOf } from '../../../../shared/places/province-shapes.ts';
import { provinces } from '../../../../shared/places/provinces.ts';

describe('outlines for files of maps', () => {
  it('run against the clock, and holes with it', () => {
    for (const { code } of provinces) {
      for (const [outer = [], ...holes] of forGeojson(polygonsOf(code))) {
        expect(signedArea(outer), code).to.be.greaterThan(0);
        for (const hole of holes) expect(signedArea(hole), code).to.be.lessThan(0);
      }
    }
  });

  it('have five digits and end where they begin', () => {
    for (const ring of forGeojson(polygonsOf('TH-83')).flat()) {
      expect(ring.at(-1)).to.deep.equal(ring[0]);
      for (const degrees of ring.flat()) expect(Number(degrees.toFixed(5))).to.equal(degrees);
    }
  });
});

function signedArea(ring: readonly Point[]): number {
  return ring.slice(1).reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = ring[index] ?? [x, y];
    return sum + (x - beforeX) * (y + beforeY) * -0.5;
  }, 0);
}
