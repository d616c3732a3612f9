// What the page and the Worker that checks a file say to each other.
import type { BatchRow } from '../../../../shared/api/batches.ts';
import type { Response } from '../../../../shared/api/responses.ts';
import type { SentCorrections } from '../../../../shared/batch/corrections.ts';
import type { InspectionProblem } from '../../../../shared/batch/inspection.ts';
import type { CsvField } from '../../../../shared/survey/fields/names-in-files.ts';
import type { CheckSetting } from './file-check.ts';
import type { MendChange } from './mends.ts';
import type { RowFilter } from './row-filter.ts';
import type { RowMark } from './row-marks.ts';
import type { CheckSummary } from './summary.ts';
import type { ListedField, UnknownValue } from './unknown-values.ts';

export interface CheckQuestions {
  readonly check: {
    readonly ask: { file: File; setting: CheckSetting; mends: SentCorrections };
    readonly answer: CheckedFile;
  };
  readonly change: { readonly ask: MendChange; readonly answer: Mending };
  readonly filter: { readonly ask: RowFilter; readonly answer: { readonly total: number } };
  readonly rows: {
    readonly ask: { from: number; count: number };
    readonly answer: readonly GridRow[];
  };
  /** as what the next rows that pass would be stored, from a row on */
  readonly identities: {
    readonly ask: { from: number; count: number };
    readonly answer: { readonly rows: readonly RowIdentity[]; readonly next: number | null };
  };
  /** in which fields a row differs from what is stored under its id */
  readonly difference: {
    readonly ask: { row: number; stored: Response };
    readonly answer: readonly FieldDifference[];
  };
  /** where this row, or else the next one, stands among those that are shown */
  readonly place: { readonly ask: { row: number }; readonly answer: number };
  /** where among the rows that are shown something is said */
  readonly marks: { readonly ask: { parts: number }; readonly answer: readonly (RowMark | null)[] };
}

export type QuestionKind = keyof CheckQuestions;

export type ToWorker = {
  readonly [K in QuestionKind]: { readonly no: number; readonly kind: K } & {
    readonly ask: CheckQuestions[K]['ask'];
  };
}[QuestionKind];

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly rows: number }
  | { readonly kind: 'answer'; readonly no: number; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly no: number; readonly refusal: InspectionProblem }
  | { readonly kind: 'failed'; readonly no: number; readonly message: string };

export interface Mending {
  readonly summary: CheckSummary;
  /** those in most rows */
  readonly values: readonly UnknownValue[];
  /** what was taken back by this, to be done again */
  readonly inverse: MendChange;
}

export interface GridColumn {
  readonly header: string;
  readonly field: CsvField | null;
  /** where its cell stands in a row */
  readonly place: number;
}

export interface CheckedFile extends Omit<Mending, 'inverse'> {
  /** those whose cells are kept, in the order of the file */
  readonly columns: readonly GridColumn[];
  readonly tookMs: number;
}

export interface GridRow extends Pick<BatchRow, 'row' | 'line' | 'outcome' | 'violations'> {
  /** in the order of the columns, without personal data */
  readonly cells: readonly string[];
  /** fields whose cells were mended by hand or by a decision */
  readonly mended: readonly string[];
  /** by field: a value that many rows may have, as it stands in the file, and in how many */
  readonly alike: Readonly<Partial<Record<ListedField, { value: string; rows: number }>>>;
  readonly leftOut: string | null;
  /** as it is read now; its code */
  readonly province: string | null;
  /** its cells can be mended: nobody knows which is which in a record that is broken */
  readonly isWhole: boolean;
}

export interface RowIdentity {
  readonly row: number;
  /** the response that it would be */
  readonly id: string;
  readonly digest: string;
  /** a response that its own id names */
  readonly named: string | null;
}

export interface FieldDifference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}
