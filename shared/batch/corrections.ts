// What a person mended before sending. It travels beside the file, which stays what it was: cells by the number of their record,
// decisions for a whole value, and records that are left out. The page keeps it, the server reads it; `mend-row.ts` applies it.
import type { CsvField } from '../survey/fields/names-in-files.ts';
import { normaliseLine } from '../text/thai.ts';

export interface Corrections {
  /** record → field → what its cell is to say */
  readonly cells: ReadonlyMap<number, ReadonlyMap<CsvField, string>>;
  /** field → value as `valueKey` has it → what is meant */
  readonly values: ReadonlyMap<CsvField, ReadonlyMap<string, string>>;
  /** record → why it is left out */
  readonly leave: ReadonlyMap<number, string>;
}

/** As the fields `corrections`, `values` and `leave` of a request have it. */
export interface SentCorrections {
  readonly corrections: readonly SentCell[];
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly leave: readonly SentLeave[];
}

export interface SentCell {
  readonly row: number;
  readonly field: CsvField;
  readonly value: string;
}

export interface SentLeave {
  readonly row: number;
  readonly reason: string;
}

/** bytes of each of the three fields */
export const mostCorrectionBytes = 1024 * 1024;
export const mostCorrectedCells = 20_000;
export const mostDecidedValues = 5_000;
export const mostLeftOut = 20_000;
export const longestReason = 200;

/** Under what a value of a column is decided: spaces and spellings of the same letters make no other value. */
export function valueKey(cell: string): string {
  return normaliseLine(cell);
}

export function toCorrections({ corrections, values, leave }: SentCorrections): Corrections {
  const cells = new Map<number, Map<CsvField, string>>();
  for (const { row, field, value } of corrections) {
    const ofRow = cells.get(row) ?? new Map<CsvField, string>();
    cells.set(row, ofRow.set(field, value));
  }
  const decided = Object.entries(values).map(
    ([field, meant]) =>
      [
        field as CsvField, // whoever read it has looked at that
        new Map(Object.entries(meant).map(([value, is]) => [valueKey(value), is])),
      ] as const,
  );
  return {
    cells,
    values: new Map(decided),
    leave: new Map(leave.map(({ row, reason }) => [row, reason])),
  };
}

/** In one order, however they came to be: equal corrections are the same text. */
export function toSentCorrections({ cells, values, leave }: Corrections): SentCorrections {
  const byRow = <T>(rows: ReadonlyMap<number, T>) => [...rows].sort(([a], [b]) => a - b);
  return {
    corrections: byRow(cells).flatMap(([row, ofRow]) =>
      byName(ofRow).map(([field, value]) => ({ row, field, value })),
    ),
    values: Object.fromEntries(
      byName(values)
        .filter(([, meant]) => meant.size > 0)
        .map(([field, meant]) => [field, Object.fromEntries(byName(meant))]),
    ),
    leave: byRow(leave).map(([row, reason]) => ({ row, reason })),
  };
}

function byName<K extends string, T>(named: ReadonlyMap<K, T>): [K, T][] {
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** How many choices of each kind. */
export function countCorrections({ cells, values, leave }: Corrections): {
  readonly cells: number;
  readonly values: number;
  readonly left: number;
} {
  const sizeOf = (maps: Iterable<ReadonlyMap<unknown, unknown>>) =>
    [...maps].reduce((sum, { size }) => sum + size, 0);
  return { cells: sizeOf(cells.values()), values: sizeOf(values.values()), left: leave.size };
}

/** What becomes of rows whose id stands for other content of the same office: it stays, the row takes its place, or nothing is stored. */
export const changedChoices = ['keep', 'replace', 'ask'] as const;
export type ChangedChoice = (typeof changedChoices)[number];
