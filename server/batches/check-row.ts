// One row of a file: shape, rules, scope, then whether it came before in the file. Nothing here touches the database.
import type { BatchRow } from '../../shared/api/batches.ts';
import type { Scope } from '../../shared/api/session.ts';
import type { CsvRow } from '../../shared/batch/csv-reader.ts';
import type { RowViolation } from '../../shared/batch/judge-record.ts';
import type { Column } from '../../shared/batch/map-columns.ts';
import {
  columnOf,
  toRawResponse,
  type ValueOf,
  valuesOf,
} from '../../shared/batch/row-to-response.ts';
import type { SeverityDirection } from '../../shared/batch/severity-direction.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import { isInScope } from '../../shared/places/scope.ts';
import { checkResponse } from '../../shared/survey/check-response.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import type { CheckedResponse } from '../../shared/survey/response.ts';
import type { Violation } from '../../shared/survey/violation.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import { digestOf } from '../responses/identity.ts';
import type { StoredRow } from './batch.model.ts';
import { cellsOf, shapelessCells } from './row-cells.ts';
import { idOfContent, idOfRowId, type Place, toUuid } from './row-identity.ts';
import type { SeenRows } from './seen-rows.ts';

export interface RowRules extends Place {
  readonly definition: SurveyDefinition;
  readonly columns: readonly Column[];
  readonly severityDirection: SeverityDirection;
  /** today in Asia/Bangkok */
  readonly today: string;
  readonly scope: Scope;
  readonly seen: SeenRows;
}

type RowCode = BatchRow['violations'][number];

/** A row that can be stored, until the database says whether it was stored before. */
export interface StorableRow {
  readonly stored: StoredRow;
  readonly response: CheckedResponse;
  readonly digest: string;
  /** warnings, as the response keeps them */
  readonly warnings: readonly Violation[];
  /** cells as a rejected row keeps them, should it conflict; null: identity by content cannot */
  readonly rejectCells: (() => readonly string[]) | null;
}

export type CheckedRow =
  | { readonly kind: 'settled'; readonly stored: StoredRow }
  | ({ readonly kind: 'storable' } & StorableRow);

const noValues: BatchRow['values'] = {
  province: null,
  day: null,
  severity: null,
  affected: null,
  respondent: null,
  strategy: null,
};

/** null for a blank record */
export function checkRow(csvRow: CsvRow, rules: RowRules): CheckedRow | null {
  const { judged, cells } = csvRow;
  const shapeless = () => shapelessCells(cells, rules.columns, judged.kind === 'reject');
  if (judged.kind === 'blank') return null;
  if (judged.kind === 'skip')
    return settled(csvRow, 'skip', [{ code: judged.reason, column: null }], shapeless());
  if (judged.kind === 'reject')
    return settled(csvRow, 'reject', judged.violations.map(ofRow), shapeless());
  return checkValues(csvRow, judged.violations, rules);
}

function checkValues(csvRow: CsvRow, shape: readonly RowViolation[], rules: RowRules): CheckedRow {
  const value = valuesOf(csvRow.cells, rules.columns);
  const { definition, today, severityDirection, scope, columns } = rules;
  const checked = checkResponse(definition, toRawResponse(value), {
    today,
    severityDirection,
    districts: districtsOf,
  });
  const violations = checked.violations.filter((violation) => isAsked(violation, columns));
  const { response, safe } = checked;
  const keep = (all: boolean) => cellsOf(csvRow.cells, columns, safe, all);
  const errors = [
    ...shape.filter(({ level }) => level === 'error').map(ofRow),
    ...violations
      .filter(({ level }) => level === 'error')
      .map((violation) => ofColumn(violation, columns)),
  ];
  if (response && !isInScope(scope, response.place.province))
    errors.push(outside(response.place.province, columns));
  if (!response || errors.length > 0) return settled(csvRow, 'reject', errors, keep(true));
  const warnings = violations.filter(({ level }) => level === 'warning');
  const stored: StoredRow = {
    row: csvRow.row,
    line: csvRow.line,
    outcome: 'accept',
    violations: [...shape.map(ofRow), ...warnings.map((violation) => ofColumn(violation, columns))],
    cells: keep(false),
    values: valuesAsStored(response),
    responseId: null,
  };
  return settleIdentity({ stored, response, warnings }, rowIdOf(value), () => keep(true), rules);
}

/** In-file repetitions are judged first, also when the whole file is sent again. `rowId` null: identity by content. */
function settleIdentity(
  row: Pick<StorableRow, 'stored' | 'response' | 'warnings'>,
  rowId: string | null,
  rejectCells: () => readonly string[],
  rules: RowRules,
): CheckedRow {
  const digest = digestOf(row.response);
  const id = rowId === null ? idOfContent(rules, digest) : idOfRowId(rules, rowId);
  const earlier = rules.seen.add(id, Buffer.from(digest, 'base64url'), row.stored.row);
  if (earlier?.same || (earlier && rowId === null)) {
    const violations = [{ code: 'duplicate', column: null, duplicateOf: earlier.row }];
    return { kind: 'settled', stored: { ...row.stored, outcome: 'skip', violations } };
  }
  if (earlier) {
    const parameters = { otherRow: earlier.row };
    return {
      kind: 'settled',
      stored: conflict(row.stored, rejectCells, rules.columns, parameters),
    };
  }
  const stored = { ...row.stored, responseId: toUuid(id) };
  // what a row does not need is let go here: a chunk of rows waits for the database
  return {
    kind: 'storable',
    ...row,
    stored,
    digest,
    rejectCells: rowId === null ? null : rejectCells,
  };
}

/** The row as rejected because its id stands for other content. */
export function conflict(
  stored: StoredRow,
  rejectCells: () => readonly string[],
  columns: readonly Column[],
  parameters: Readonly<Record<string, unknown>>,
): StoredRow {
  const column = columns.find(({ field }) => field === 'id')?.header ?? null;
  return {
    ...stored,
    outcome: 'reject',
    violations: [{ code: 'id-conflict', column, ...parameters }],
    cells: rejectCells(),
    responseId: null,
  };
}

/** null: the file has none, it is empty, or it is somebody's personal number */
function rowIdOf(value: ValueOf): string | null {
  const id = normaliseLine(value('id') ?? '');
  if (id === '') return null;
  const cutOut = removePersonalData(id).found.some(
    ({ code }) => code.startsWith('pii-') && code !== 'pii-possible-name',
  );
  return cutOut ? null : id;
}

/** A column that the file does not have gives one note on the batch, not a warning on every row. */
function isAsked({ code }: Violation, columns: readonly Column[]): boolean {
  if (code === 'date-missing') return columns.some(({ field }) => field === 'day');
  return code !== 'severity-missing' || columns.some(({ field }) => field === 'severity');
}

function ofRow({ level: _level, ...rest }: RowViolation): RowCode {
  return { column: null, ...rest };
}

function ofColumn(violation: Violation, columns: readonly Column[]): RowCode {
  const { level: _level, pointer: _pointer, ...rest } = violation;
  return { ...rest, code: violation.code, column: columnOf(violation, columns) };
}

function outside(province: string, columns: readonly Column[]): RowCode {
  return {
    code: 'outside-scope',
    column: columnOf({ pointer: '/place/province' }, columns),
    province,
  };
}

function settled(
  { row, line }: CsvRow,
  outcome: 'reject' | 'skip',
  violations: readonly RowCode[],
  cells: readonly string[],
): CheckedRow {
  const stored = {
    row,
    line,
    outcome,
    violations: [...violations],
    cells,
    values: noValues,
    responseId: null,
  };
  return { kind: 'settled', stored };
}

function valuesAsStored({
  place,
  day,
  respondent,
  issues: [issue],
}: CheckedResponse): BatchRow['values'] {
  return {
    province: place.province,
    day,
    severity: issue?.severity ?? null,
    affected: issue?.affected ?? null,
    respondent: respondent.type,
    strategy: issue?.strategy ?? null,
  };
}
