// One row of a file gets its verdict: shape, rules, scope, then whether it came before in the file.
// The one function for it: the browser calls it before anything is sent, the server while the file arrives.
import { isInScope } from '../places/scope.ts';
import type { CheckContext } from '../survey/check.ts';
import { type Checked, checkResponse } from '../survey/check-response.ts';
import { allFields, type FieldName, fields } from '../survey/fields/fields.ts';
import { KnownReadings } from '../survey/known-readings.ts';
import type { Violation } from '../survey/violation.ts';
import type { CsvRow } from './csv-reader.ts';
import { settleIdentity } from './find-duplicate.ts';
import type { Judged, ShapeViolation } from './judge-record.ts';
import type { MappedColumn } from './map-columns.ts';
import { cellsOf, shapelessCells } from './row-cells.ts';
import { columnOf, idCellOf, toRawResponse } from './row-to-response.ts';
import { type JudgedRow, type RowCode, type RowRules, settled, valuesAsStored } from './verdict.ts';

/** null for a blank record */
export function judgeRow(given: CsvRow, rules: RowRules): JudgedRow | null {
  const csvRow = rules.mender?.mend(given) ?? given;
  const { judged, cells } = csvRow;
  const shapeless = () => shapelessCells(cells, rules.columns, judged.kind === 'reject');
  switch (judged.kind) {
    case 'blank':
      return null;
    case 'skip':
      return settled(csvRow, 'skip', [skipped(judged)], shapeless());
    case 'reject':
      return settled(csvRow, 'reject', judged.violations.map(ofRow), shapeless());
    case 'row':
      return judgeValues(csvRow, judged.violations, rules);
  }
}

function judgeValues(csvRow: CsvRow, shape: readonly ShapeViolation[], rules: RowRules): JudgedRow {
  const { row, line, cells } = csvRow;
  const { columns } = rules;
  const checked = checkResponse(rules.definition, toRawResponse(cells, columns), contextOf(rules));
  const { response, safe } = checked;
  const shifted = shape.some(isError);
  const errors = errorsOf(shape, checked, rules).map(shifted ? withoutValue : (one) => one);
  const kept = shifted ? shapelessCells(cells, columns, true) : cellsOf(cells, columns, safe);
  if (!response || errors.length > 0) return settled(csvRow, 'reject', errors, kept);
  const warnings = checked.violations.filter((one) => isAsked(one, columns));
  const violations = shape.map(ofRow);
  for (const warning of warnings) violations.push(ofColumn(warning, columns));
  const verdict = {
    row,
    line,
    outcome: 'accept' as const,
    violations,
    cells: kept,
    values: valuesAsStored(response),
    responseId: null,
    ...(csvRow.corrected && { corrected: true as const }),
  };
  return settleIdentity({ verdict, response, warnings }, idCellOf(cells, columns), rules);
}

function skipped({ reason, why }: Extract<Judged, { readonly kind: 'skip' }>): RowCode {
  return { code: reason, column: null, ...(why !== undefined && { reason: why }) };
}

const contexts = new WeakMap<RowRules, CheckContext>();

/** One for all rows of a file, with what their cells were read as. */
function contextOf(rules: RowRules): CheckContext {
  const before = contexts.get(rules);
  if (before) return before;
  const { today, severityDirection, dateOrder, districts } = rules;
  const known = new KnownReadings();
  const context = { today, severityDirection, dateOrder, known, ...(districts && { districts }) };
  contexts.set(rules, context);
  return context;
}

/** What stands where a value was looked for may belong to a column that is never shown. */
function withoutValue({ value: _value, ...violation }: RowCode): RowCode {
  return violation;
}

function isError({ level }: Pick<Violation, 'level'>): boolean {
  return level === 'error';
}

/** All of them: of the shape, of the values, and a province where the sender may not act. */
function errorsOf(
  shape: readonly ShapeViolation[],
  { violations, response }: Checked,
  { columns, scope }: RowRules,
): RowCode[] {
  const errors: RowCode[] = [];
  for (const one of shape) if (isError(one)) errors.push(ofRow(one));
  for (const one of violations) if (isError(one)) errors.push(ofColumn(one, columns));
  const province = response?.place.province;
  if (province === undefined || isInScope(scope, province)) return errors;
  const column = columnOf(fields.province, columns);
  return [...errors, { code: 'outside-scope', column, province }];
}

/** A column that the file does not have gives one note on the batch, not a warning on every row. */
function isAsked({ code }: Violation, columns: readonly MappedColumn[]): boolean {
  const absent = fieldMissing.get(code);
  return !absent || columns.some(({ field }) => field === absent);
}

const fieldMissing = new Map<string, FieldName>(
  allFields.flatMap(({ name, missing }) => (missing ? [[missing, name]] : [])),
);

function ofRow({ level: _level, ...rest }: ShapeViolation): RowCode {
  return { column: null, ...rest };
}

function ofColumn(violation: Violation, columns: readonly MappedColumn[]): RowCode {
  const told: Record<string, unknown> = {};
  // not by taking the rest of it apart: that costs several times as much, and nearly every row of some files has a remark
  for (const key of Object.keys(violation))
    if (key !== 'level' && key !== 'pointer') told[key] = violation[key as keyof Violation];
  told.column = columnOf(violation, columns);
  return told as RowCode; // with its own code
}
