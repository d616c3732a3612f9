// Degrees to the picture: Mercator, north up. Everything is worked out once, when the map is loaded.
import { placesOnMap } from '../../../../shared/places/places-on-map-data.ts';
import {
  type Point,
  polygonsOf,
  regionBorders,
} from '../../../../shared/places/province-shapes.ts';
import { provinceByCode, provinces } from '../../../../shared/places/provinces.ts';

export const mapWidth = 640;
export const mapHeight = 940;

const west = 97.2;
const scale = 60.5;
const north = mercator(20.6);

function mercator(latitude: number): number {
  return (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
}

export function onMap([longitude, latitude]: Point): readonly [x: number, y: number] {
  return [(longitude - west) * scale, (north - mercator(latitude)) * scale];
}

function lineOf(points: readonly Point[]): string {
  return points
    .map(
      (point, index) =>
        `${index === 0 ? 'M' : 'L'}${onMap(point)
          .map((one) => one.toFixed(1))
          .join(' ')}`,
    )
    .join('');
}

export interface ProvinceOutline {
  readonly code: string;
  readonly path: string;
  /** where its label belongs */
  readonly middle: readonly [x: number, y: number];
}

export const outlines: readonly ProvinceOutline[] = provinces.map(({ code }) => {
  const [longitude = 0, latitude = 0] = placesOnMap[code] ?? [];
  return {
    code,
    path: polygonsOf(code)
      .flatMap((polygon) => polygon.map((ring) => `${lineOf(ring)}Z`))
      .join(''),
    middle: onMap([longitude, latitude]),
  };
});

export const borders: string = regionBorders((code) => provinceByCode(code)?.region)
  .map(lineOf)
  .join('');

const coast = provinces
  .flatMap(({ code }) => polygonsOf(code).flat(2))
  .map(onMap)
  .toSorted((a, b) => a[1] - b[1]);

/** The first x at this height, a line of text tall, east of all land. */
export function eastOfLand(y: number): number {
  return Math.max(0, ...coast.filter((point) => Math.abs(point[1] - y) < 16).map(([x]) => x));
}

/** the box of the enlarged part: sea and neighbours lie behind it */
export const inset = { x: 392, y: 452, width: 244, height: 176 };
