// What a batch says of its file as a whole: what was guessed, what is missing, what looks wrong. Codes with parameters, never sentences.
import type { CsvField } from '../survey/fields/names-in-files.ts';

export type FileNote =
  | { readonly code: 'column-missing'; readonly field: CsvField }
  /** several columns contain this field's name; the one whose header is nearest was taken */
  | { readonly code: 'column-doubtful'; readonly field: CsvField; readonly column: string }
  /** the header only contains the field's name, and the cells bear it out: to be confirmed by a person */
  | { readonly code: 'column-guessed'; readonly header: string; readonly field: CsvField }
  /** no column says the day itself: it was taken from one that a tool adds */
  | { readonly code: 'day-from'; readonly column: string }
  /** the dates of this column have the month before the day */
  | { readonly code: 'dates-month-first'; readonly column: string }
  /** the mapping names a header that the file does not have */
  | { readonly code: 'mapping-unused'; readonly column: string }
  /** a value stands only in the first row of `runs` runs of rows, as merged cells leave it */
  | {
      readonly code: 'looks-merged';
      readonly field: CsvField;
      readonly column: string;
      readonly runs: number;
    }
  /** `rows` new rows differ in one or two cells from rows of an earlier batch of the same office */
  | { readonly code: 'looks-corrected'; readonly rows: number; readonly batch: string }
  /** so many records were mended or left out beside the file that it does not have, or not so that it could be done */
  | { readonly code: 'corrections-unused'; readonly rows: number }
  /** the file is an export of responses that this product made */
  | { readonly code: 'own-export' };
