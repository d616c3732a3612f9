// Values that nobody knows what they mean, each with the rows it stands in: one decision mends all of them.
import { valueKey } from '../../../../shared/batch/corrections.ts';
import type { CsvRow } from '../../../../shared/batch/csv-reader.ts';
import type { MappedColumn } from '../../../../shared/batch/map-columns.ts';
import type { RowVerdict } from '../../../../shared/batch/verdict.ts';
import type { CsvField } from '../../../../shared/survey/fields/names-in-files.ts';
import { removePersonalData } from '../../../../shared/text/personal-data.ts';
import type { Mends } from './mends.ts';

/** fields of which a value may stand in many rows */
const listedFields = [
  'province',
  'district',
  'strategy',
  'severity',
  'respondent',
  'day',
  'affected',
] as const;
export type ListedField = (typeof listedFields)[number];

export interface UnknownValue {
  readonly field: ListedField;
  /** as `valueKey` has it */
  readonly value: string;
  readonly rows: number;
  /** what it was decided to mean */
  readonly means: string | null;
  /** codes of the provinces of its rows, the first of them: which districts may be meant */
  readonly provinces: readonly string[];
}

/** different values that are remembered; a column of which each row has another is a wrong column */
const mostValues = 5000;
const longestValue = 200;
const mostProvinces = 5;
/** what says that nobody knows what a value means */
const unknown: ReadonlySet<string> = new Set([
  'unknown-province',
  'ambiguous-province',
  'district-unknown',
  'strategy-unknown',
  'respondent-type-unknown',
  'severity-out-of-range',
  'severity-invalid',
  'invalid-date',
  'date-in-future',
  'affected-invalid',
]);

interface Remembered {
  readonly field: ListedField;
  readonly value: string;
  readonly rows: number[];
  readonly provinces: Set<string>;
}

export class UnknownValues {
  readonly #mends: Mends;
  readonly #known = new Map<string, Remembered>();

  constructor(mends: Mends) {
    this.#mends = mends;
  }

  /** `row`: as it stands in the file. */
  look(row: CsvRow, { violations, values }: RowVerdict, columns: readonly MappedColumn[]): void {
    if (row.judged.kind !== 'row') return;
    for (const { field, index, header } of columns) {
      if (!isListed(field)) continue;
      const isOdd = violations.some(({ code, column }) => column === header && unknown.has(code));
      const decided = this.#mends.values.get(field);
      if (!isOdd && !decided?.size) continue;
      const value = valueKey(row.cells[index] ?? '');
      if (isOdd || decided?.has(value)) this.#remember({ field, value }, row.row, values.province);
    }
  }

  /** Those in most rows first. */
  list(): readonly UnknownValue[] {
    return [...this.#known.values()]
      .map(({ field, value, rows, provinces }) => ({
        field,
        value,
        rows: rows.length,
        provinces: [...provinces],
        means: this.#mends.values.get(field)?.get(value) ?? null,
      }))
      .sort((a, b) => b.rows - a.rows);
  }

  rowsOf(field: CsvField, value: string): readonly number[] {
    return this.#known.get(nameOf(field, value))?.rows ?? [];
  }

  #remember(
    { field, value }: Pick<Remembered, 'field' | 'value'>,
    row: number,
    province: string | null,
  ): void {
    const name = nameOf(field, value);
    let known = this.#known.get(name);
    if (!known) {
      const isFit = value !== '' && value.length <= longestValue && this.#known.size < mostValues;
      if (!isFit || removePersonalData(value).found.length > 0) return;
      known = { field, value, rows: [], provinces: new Set() };
      this.#known.set(name, known);
    }
    if (province !== null && known.provinces.size < mostProvinces) known.provinces.add(province);
    // rows come in their order; one that is judged again is there already
    if ((known.rows.at(-1) ?? 0) < row) known.rows.push(row);
  }
}

export function isListed(field: CsvField | null): field is ListedField {
  return listedFields.some((listed) => listed === field);
}

function nameOf(field: CsvField, value: string): string {
  return `${field} ${value}`;
}
