// The first rows as the server will take them: judged here, before anything is sent, by the same function.
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { CsvRow } from '../../../shared/batch/csv-reader.ts';
import type { Inspection } from '../../../shared/batch/inspection.ts';
import { judgeRow } from '../../../shared/batch/judge-row.ts';
import type { MappedColumn } from '../../../shared/batch/map-columns.ts';
import { isKept } from '../../../shared/batch/row-cells.ts';
import { SeenRows } from '../../../shared/batch/seen-rows.ts';
import type { RowRules, RowVerdict } from '../../../shared/batch/verdict.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import type { CsvField } from '../../../shared/survey/fields/names-in-files.ts';
import type { CheckedResponse } from '../../../shared/survey/response.ts';
import type { Districts } from '../../data/districts.ts';
import { sha256 } from '../../data/sha256.ts';

export interface UnderstoodRow {
  readonly verdict: RowVerdict;
  /** null when it has errors or is left out */
  readonly response: CheckedResponse | null;
  /** the cell without personal data, for rows that are not stored */
  readonly cellOf: (field: CsvField) => string;
}

export interface ToUnderstand {
  readonly inspection: Inspection;
  readonly rows: readonly CsvRow[];
  readonly survey: Survey;
  readonly scope: Scope;
  /** null: the list could not be read; a district then stays text */
  readonly districts: Districts | null;
  readonly severityDirection: Inspection['severityDirection'] | undefined;
  /** today in Asia/Bangkok */
  readonly today: string;
}

/** Every row but blank ones with its verdict; none while columns are still to be chosen. */
export function understand(file: ToUnderstand): readonly UnderstoodRow[] {
  if (file.inspection.problem) return [];
  const rules = rulesOf(file);
  return file.rows.flatMap((row) => {
    const judged = judgeRow(row, rules);
    if (!judged) return [];
    const { verdict } = judged;
    const response = judged.kind === 'storable' ? judged.response : null;
    return { verdict, response, cellOf: (field) => cellUnder(verdict, field, rules.columns) };
  });
}

function rulesOf({ inspection, survey, scope, ...file }: ToUnderstand): RowRules {
  return {
    definition: survey as SurveyDefinition, // on the wire a question's kind is any text
    columns: inspection.columns.map((column, index) => ({ ...column, index })),
    severityDirection: file.severityDirection ?? inspection.severityDirection,
    dateOrder: inspection.dateOrder,
    today: file.today,
    districts: file.districts ?? undefined,
    scope,
    sha256,
    seen: new SeenRows(),
  };
}

function cellUnder(
  { cells }: RowVerdict,
  field: CsvField,
  columns: readonly MappedColumn[],
): string {
  const kept = columns.filter(isKept);
  return cells[kept.findIndex((column) => column.field === field)] ?? '';
}

export interface TwoDigitYear {
  /** the cell */
  readonly read: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** The first date of these rows whose year has two digits, and how it was read. */
export function twoDigitYear(rows: readonly UnderstoodRow[]): TwoDigitYear | null {
  const found = rows.find(
    ({ verdict, response }) =>
      response?.day && verdict.violations.some(({ code }) => code === 'date-two-digit-year'),
  );
  const read = found?.cellOf('day');
  return found?.response?.day && read ? { read, day: found.response.day } : null;
}
