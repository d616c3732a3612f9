// What a person mends in the grid, as it changes: every change can be taken back by the one that it answers with. The page and the
// Worker each keep one, and tell each other the changes.
import {
  type Corrections,
  mostCorrectedCells,
  mostCorrectionBytes,
  mostLeftOut,
  type SentCorrections,
  toCorrections,
  toSentCorrections,
} from '../../../../shared/batch/corrections.ts';
import type { CsvField } from '../../../../shared/survey/fields/names-in-files.ts';

/** null: as it stands in the file */
export interface MendChange {
  readonly cells?: readonly {
    readonly row: number;
    readonly field: CsvField;
    readonly value: string | null;
  }[];
  /** `of`: as `valueKey` has it */
  readonly values?: readonly {
    readonly field: CsvField;
    readonly of: string;
    readonly value: string | null;
  }[];
  readonly leave?: readonly { readonly row: number; readonly reason: string | null }[];
}

export class Mends implements Corrections {
  readonly cells: Map<number, Map<CsvField, string>>;
  readonly values: Map<CsvField, Map<string, string>>;
  readonly leave: Map<number, string>;

  constructor(sent: SentCorrections = { corrections: [], values: {}, leave: [] }) {
    const { cells, values, leave } = toCorrections(sent);
    this.cells = new Map([...cells].map(([row, own]) => [row, new Map(own)]));
    this.values = new Map([...values].map(([field, meant]) => [field, new Map(meant)]));
    this.leave = new Map(leave);
  }

  get isEmpty(): boolean {
    const decided = [...this.values.values()].some(({ size }) => size > 0);
    return this.cells.size === 0 && this.leave.size === 0 && !decided;
  }

  toSent(): SentCorrections {
    return toSentCorrections(this);
  }

  /** More than a request may hold. */
  get isTooMuch(): boolean {
    const sent = this.toSent();
    const isLong = Object.values(sent).some(
      (field) => new Blob([JSON.stringify(field)]).size > mostCorrectionBytes,
    );
    return (
      isLong || sent.corrections.length > mostCorrectedCells || sent.leave.length > mostLeftOut
    );
  }

  /** Returns what takes it back. */
  apply({ cells = [], values = [], leave = [] }: MendChange): MendChange {
    return {
      cells: cells.map(({ row, field, value }) => {
        const own = this.cells.get(row) ?? new Map<CsvField, string>();
        const before = put(own, field, value);
        if (own.size > 0) this.cells.set(row, own);
        else this.cells.delete(row);
        return { row, field, value: before };
      }),
      values: values.map(({ field, of, value }) => {
        const meant = this.values.get(field) ?? new Map<string, string>();
        this.values.set(field, meant);
        return { field, of, value: put(meant, of, value) };
      }),
      leave: leave.map(({ row, reason }) => ({ row, reason: put(this.leave, row, reason) })),
    };
  }
}

function put<K>(map: Map<K, string>, key: K, value: string | null): string | null {
  const before = map.get(key) ?? null;
  if (value === null) map.delete(key);
  else map.set(key, value);
  return before;
}
