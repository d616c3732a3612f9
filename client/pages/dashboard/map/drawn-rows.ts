// What each province of a map is drawn by, and in which classes.
import {
  type MapMeasure,
  type MapRow,
  mapClasses,
  mapValue,
} from '../../../../shared/figures/map.ts';

export interface DrawnRow {
  readonly row: MapRow;
  readonly value: ReturnType<typeof mapValue>;
}
export interface Drawn {
  readonly rows: readonly DrawnRow[];
  readonly classes: ReturnType<typeof mapClasses>;
}

/** What is not for outside is drawn as too few, in its colour's place too. */
export function drawnRows(
  all: readonly MapRow[],
  measure: MapMeasure,
  hidden: ReadonlySet<string>,
): Drawn {
  const rows = all.map((row) => ({
    row,
    value: hidden.has(row.province) ? ('too-few' as const) : mapValue(row, measure),
  }));
  return {
    rows,
    classes: mapClasses(
      rows.map(({ value }) => value),
      measure,
    ),
  };
}
