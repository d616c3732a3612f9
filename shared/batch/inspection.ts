// What is known of a file after a look at its first bytes: `inspectCsv` (inspect.ts) makes one in the browser,
// and the server's 422 `mapping-needed` carries one as `proposal`. No cell in it holds personal data.

import type { Question } from '../survey/definition.ts';
import type { CsvField } from '../survey/fields/names-in-files.ts';
import type { DateOrder } from '../text/date-order.ts';
import type { CsvEncoding } from './encodings.ts';
import type { FileNote } from './file-note.ts';

export type Delimiter = ',' | ';' | '\t' | '|';
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

export interface InspectOptions {
  /** what a person chose; absent = detected */
  readonly encoding?: CsvEncoding;
  readonly delimiter?: Delimiter;
  /** physical line of the header, from 1 */
  readonly headerLine?: number;
  /** header as it stands in the file → field, `number` (running number), `personal` or `ignore` */
  readonly mapping?: Readonly<Record<string, MappingTarget>>;
  readonly dateOrder?: DateOrder;
  /** fields whose empty cells have the value of the cell above, as merged cells mean it */
  readonly fillDown?: readonly FilledField[];
  /** of the survey that the file is for: its own questions may have columns */
  readonly questions?: readonly Question[];
}

/** What may stand in a merged cell. */
export const filledFields = ['province', 'district', 'subdistrict'] as const;
export type FilledField = (typeof filledFields)[number];

export type MappingTarget = CsvField | 'number' | 'personal' | 'ignore';

export interface InspectedColumn {
  /** as it stands in the file, trimmed; may be empty */
  readonly header: string;
  /** null: not used (running number, personal, unknown) */
  readonly field: CsvField | null;
  /** left out of everything: its cells are never shown or kept */
  readonly personal: boolean;
  /** a running number: read, never stored */
  readonly runningNumber: boolean;
  /** `sure`: an exact name or chosen by a person · `likely`: the header only contains the name · `none`: no guess */
  readonly certainty: 'sure' | 'likely' | 'none';
  /** the field that its header hints at, and its cells or nobody yet bear out */
  readonly proposed?: CsvField;
  /** up to 3 different cells that are not empty, without personal data; none for personal columns */
  readonly samples: readonly string[];
}

export interface SampleRow {
  /** record after the header, from 1, blank ones not counted */
  readonly row: number;
  /** physical line where it starts, from 1 */
  readonly line: number;
  /** one cell a column, without personal data (cells of personal columns are empty) */
  readonly cells: readonly string[];
}

export type InspectionProblem =
  | { readonly type: 'not-text'; readonly kind: FileKind }
  | { readonly type: 'unknown-encoding'; readonly repair: CsvEncoding | null }
  | { readonly type: 'empty-file' }
  | { readonly type: 'no-header' }
  | { readonly type: 'too-many-columns'; readonly columns: number; readonly limit: number }
  /** every row has fewer cells than the header has names, as a comma in a name makes it: nobody knows which cell is under which */
  | {
      readonly type: 'header-mismatch';
      /** names in the header */
      readonly expected: number;
      /** cells of the rows */
      readonly cells: number;
      readonly headers: readonly string[];
      /** the first of them; a cell that may belong to a personal column is `…` */
      readonly rows: readonly SampleRow[];
    }
  /** `missing`: fields without a column · `twice`: fields that several columns claim, with their headers */
  | {
      readonly type: 'mapping-needed';
      readonly missing: readonly CsvField[];
      readonly twice: readonly { readonly field: CsvField; readonly headers: readonly string[] }[];
    };

export type FileKind =
  | 'workbook'
  | 'old-workbook'
  | 'open-document'
  | 'document'
  | 'pdf'
  | 'picture'
  | 'web-page'
  | 'rich-text'
  | 'json'
  | 'archive'
  | 'binary';

export interface Inspection {
  readonly encoding: CsvEncoding | null;
  readonly delimiter: Delimiter | null;
  readonly headerLine: number | null;
  readonly columns: readonly InspectedColumn[];
  /** the first rows, at most 10 */
  readonly sampleRows: readonly SampleRow[];
  /** what the severity header itself says (`1=มากที่สุด`), else `5-is-most` */
  readonly severityDirection: '5-is-most' | '1-is-most';
  /** what the first rows say, or a person chose: is it day or month first in `10/05/2026` */
  readonly dateOrder: DateOrder;
  /** in which orders some of the first dates can only be read; both: whichever is chosen, some are wrong */
  readonly datesSay: readonly DateOrder[];
  /** what was guessed and what looks wrong in the rows that were looked at */
  readonly notes?: readonly FileNote[];
  /** why the file cannot be sent as it is */
  readonly problem?: InspectionProblem;
}
