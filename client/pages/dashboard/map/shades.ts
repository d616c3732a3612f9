import { classOf, type MapMeasure } from '../../../../shared/figures/map.ts';
import type { Drawn } from './drawn-rows.ts';
import { shadeOf } from './legend-lines.ts';

/** The class of style of each province in view: one of the legend's keys. */
export function shadesOf(drawn: Drawn, measure: MapMeasure): ReadonlyMap<string, string> {
  const { borders, sizes } = drawn.classes;
  return new Map(
    drawn.rows.map(({ row, value }) => [
      row.province,
      typeof value === 'number'
        ? shadeOf(classOf(value, borders), sizes.length, measure)
        : value === 'no-data'
          ? 'none'
          : 'few',
    ]),
  );
}
