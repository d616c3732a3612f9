// What was mended before sending, as it stands in the fields before the file.
import * as v from 'valibot';
import {
  longestReason,
  mostCorrectedCells,
  mostCorrectionBytes,
  mostDecidedValues,
  mostLeftOut,
} from '../../shared/batch/corrections.ts';
import { isColumnField } from '../../shared/batch/map-columns.ts';
import type { CsvField } from '../../shared/survey/fields/names-in-files.ts';
import { isObject, parseField } from './json-field.ts';

/** longer than any value that can be stored */
const longestValue = 20_000;

const Row = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000));
const Value = v.pipe(v.string(), v.maxLength(longestValue));
const Field = v.custom<CsvField>(
  (field) => typeof field === 'string' && isColumnField(field),
  'a field that a column can be',
);
const isOnce = (keys: readonly string[]) => new Set(keys).size === keys.length;

const Cells = v.pipe(
  v.array(v.strictObject({ row: Row, field: Field, value: Value })),
  v.maxLength(mostCorrectedCells),
  v.check((cells) => isOnce(cells.map(({ row, field }) => `${row} ${field}`)), 'each cell once'),
);

const Values = v.pipe(
  v.custom<object>(isObject),
  v.record(v.pipe(v.string(), v.check(isColumnField)), v.record(Value, Value)),
  v.check(
    (values) => Object.values(values).flatMap(Object.keys).length <= mostDecidedValues,
    `at most ${mostDecidedValues} values`,
  ),
);

const Leave = v.pipe(
  v.array(
    v.strictObject({
      row: Row,
      reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestReason)),
    }),
  ),
  v.maxLength(mostLeftOut),
  v.check((records) => isOnce(records.map(({ row }) => String(row))), 'each record once'),
);

export const correctionFields = {
  corrections: v.optional(
    asJson(Cells, 'a JSON list of {row, field, value}, each cell once'),
    '[]',
  ),
  values: v.optional(asJson(Values, 'a JSON object: field → value → what is meant'), '{}'),
  leave: v.optional(asJson(Leave, 'a JSON list of {row, reason}, each record once'), '[]'),
};

function asJson<T>(schema: v.GenericSchema<unknown, T>, expected: string) {
  return v.pipe(
    v.string(),
    v.maxLength(mostCorrectionBytes),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const { success, output } = v.safeParse(schema, parseField(dataset.value));
      if (success) return output;
      addIssue({ message: expected, expected });
      return NEVER;
    }),
  );
}
