// What figure 3 lets one say: which places raise something more than chance explains.
import type { Strategy } from '../../../../shared/survey/strategies.ts';
import type { PlaceCell, PlaceRow, PlaceTable } from './place-table.ts';

export interface OutstandingPlace {
  readonly id: string;
  /** most outstanding first, at most two */
  readonly strategies: readonly Strategy[];
}

export type PlaceFinding =
  /** nothing was testable, or there is only one place */
  | { readonly kind: 'plain' }
  | { readonly kind: 'none' }
  | { readonly kind: 'places'; readonly places: readonly OutstandingPlace[] };

export interface Outstanding {
  readonly place: string;
  readonly cell: PlaceCell;
  /** observed by expected */
  readonly ratio: number;
  readonly base: number;
}

/** The regions where there are several, else the provinces; at most two places. */
export function placeFinding(table: PlaceTable): PlaceFinding {
  const rows = table.regions.length > 1 ? table.regions : (table.regions[0]?.provinces ?? []);
  const isTested =
    rows.length > 1 && rows.some((row) => row.cells.some(({ level }) => level !== null));
  if (!isTested) return { kind: 'plain' };
  const high = outstandingOf(rows);
  const ids = [...new Set(high.map(({ place }) => place))].slice(0, 2);
  if (ids.length === 0) return { kind: 'none' };
  const places = ids.map((id) => ({
    id,
    strategies: high
      .filter(({ place }) => place === id)
      .slice(0, 2)
      .map(({ cell }) => cell.strategy),
  }));
  return { kind: 'places', places };
}

/** Provinces that stand out, by how many times more than expected (not by z, which grows with n). */
export function outstandingProvinces(table: PlaceTable): Outstanding[] {
  return outstandingOf(table.regions.flatMap((region) => region.provinces));
}

function outstandingOf(rows: readonly PlaceRow[]): Outstanding[] {
  return rows
    .flatMap((row) =>
      row.cells
        .filter(({ claim }) => claim === 'high')
        .map((cell) => ({
          place: row.id,
          cell,
          ratio: cell.responses / cell.expected,
          base: row.responses,
        })),
    )
    .toSorted((a, b) => b.ratio - a.ratio);
}
