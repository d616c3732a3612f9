// The first rows as the rules will leave them: the same rules, run here before anything is sent.
import type { Survey } from '../../../shared/api/surveys.ts';
import { headerKey } from '../../../shared/batch/header-key.ts';
import type { Inspection, SampleRow } from '../../../shared/batch/inspection.ts';
import { judgeRecord } from '../../../shared/batch/judge-record.ts';
import type { Column } from '../../../shared/batch/map-columns.ts';
import { toRawResponse, type ValueOf, valuesOf } from '../../../shared/batch/row-to-response.ts';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import type { CheckedResponse } from '../../../shared/survey/response.ts';
import { bangkokDay } from '../../../shared/text/dates.ts';

export interface UnderstoodRow {
  readonly row: number;
  readonly line: number;
  /** why it is left out; null: it is a row */
  readonly skip: string | null;
  readonly violations: readonly { readonly code: string; readonly level: 'error' | 'warning' }[];
  /** null when it has errors or is left out */
  readonly response: CheckedResponse | null;
  /** the cell as it stands in the file, for rows that cannot be understood */
  readonly cellOf: ValueOf;
}

/** The rows of the sample after the rules; none while columns are still to be chosen. */
export function understand(
  inspection: Inspection,
  survey: Survey,
  severityDirection: Inspection['severityDirection'] = inspection.severityDirection,
): readonly UnderstoodRow[] {
  if (inspection.problem) return [];
  const columns = inspection.columns.map((column, index): Column => ({ ...column, index }));
  const today = bangkokDay(new Date());
  return inspection.sampleRows.map(({ row, line, cells }) => {
    const skip = skipReason(inspection, columns, { row, line, cells });
    const cellOf = valuesOf(cells, columns);
    if (skip) return { row, line, skip, violations: [], response: null, cellOf };
    const raw = toRawResponse(cellOf);
    const { violations, response } = checkResponse(survey as SurveyDefinition, raw, {
      today,
      severityDirection,
    });
    return { row, line, skip: null, violations, response, cellOf };
  });
}

function skipReason(
  { delimiter, headerLine, severityDirection }: Inspection,
  columns: readonly Column[],
  { line, cells }: SampleRow,
): string | null {
  const judged = judgeRecord(
    { line, cells },
    {
      delimiter: delimiter ?? ',',
      headerLine: headerLine ?? 1,
      columns,
      keys: columns.map(({ header }) => headerKey(header)),
      severityDirection,
      notes: [],
    },
  );
  return judged.kind === 'skip' ? judged.reason : null;
}

export interface TwoDigitYear {
  /** the cell */
  readonly read: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** The first date of the sample whose year has two digits, and how it was read. */
export function twoDigitYear(
  rows: readonly UnderstoodRow[],
  { columns, sampleRows }: Pick<Inspection, 'columns' | 'sampleRows'>,
): TwoDigitYear | null {
  const at = columns.findIndex(({ field }) => field === 'day');
  const found = rows.find(
    (row) => row.response?.day && row.violations.some(({ code }) => code === 'date-two-digit-year'),
  );
  const read = sampleRows.find(({ row }) => row === found?.row)?.cells[at];
  return found?.response?.day && read ? { read, day: found.response.day } : null;
}
