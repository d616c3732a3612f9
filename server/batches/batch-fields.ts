// The text fields that may stand before the file: what a person decided. What is not given is detected.
import * as v from 'valibot';
import { type Corrections, changedChoices, toCorrections } from '../../shared/batch/corrections.ts';
import { csvEncodings } from '../../shared/batch/encodings.ts';
import { delimiters, filledFields, type MappingTarget } from '../../shared/batch/inspection.ts';
import { isMappingTarget } from '../../shared/batch/map-columns.ts';
import { dateOrders } from '../../shared/text/date-order.ts';
import { problem } from '../http/problem.ts';
import { correctionFields } from './correction-fields.ts';
import { isObject, parseField } from './json-field.ts';

const Mapping = v.pipe(
  v.string(),
  v.maxLength(200_000),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const mapping = parseField(dataset.value);
    if (
      isObject(mapping) &&
      Object.values(mapping).every(
        (target) => typeof target === 'string' && isMappingTarget(target),
      )
    ) {
      return mapping as Record<string, MappingTarget>;
    }
    addIssue({ message: 'header → field', expected: 'a JSON object from headers to fields' });
    return NEVER;
  }),
);

/** fields, comma-separated */
const FillDown = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((text) =>
    text
      .split(',')
      .map((field) => field.trim())
      .filter(Boolean),
  ),
  v.array(v.picklist(filledFields)),
);

const BatchFields = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.toLowerCase(), v.uuid())),
  name: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  encoding: v.optional(v.picklist(csvEncodings)),
  delimiter: v.optional(v.picklist(delimiters)),
  headerLine: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(1)),
  ),
  severityDirection: v.optional(v.picklist(['5-is-most', '1-is-most'])),
  dateOrder: v.optional(v.picklist(dateOrders)),
  mapping: v.optional(Mapping),
  fillDown: v.optional(FillDown, ''),
  changed: v.optional(v.picklist(changedChoices), 'keep'),
  ...correctionFields,
  policy: v.optional(v.picklist(['accept-good', 'all-or-nothing']), 'accept-good'),
});
export interface BatchFields
  extends Omit<v.InferOutput<typeof BatchFields>, keyof typeof correctionFields> {
  readonly corrections: Corrections;
}

/** @throws unreadable naming the field */
export function readFields(body: unknown): BatchFields {
  const result = v.safeParse(BatchFields, { ...(body as object) });
  if (result.success) {
    const { corrections, values, leave, ...fields } = result.output;
    return { ...fields, corrections: toCorrections({ corrections, values, leave }) };
  }
  throw problem('unreadable', {
    detail: 'A field before the file cannot be read.',
    errors: result.issues.map((issue) => ({
      pointer: `/body/${String(issue.path?.[0]?.key ?? '').slice(0, 100)}`,
      expected: issue.expected ?? issue.type,
    })),
  });
}
