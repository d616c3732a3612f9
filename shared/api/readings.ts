// How an office has read files of the same headers: what its people chose over what was detected, to be proposed the next time.
import * as v from 'valibot';
import { csvEncodings } from '../batch/encodings.ts';
import { delimiters, filledFields, type MappingTarget } from '../batch/inspection.ts';
import { isColumnField, isMappingTarget } from '../batch/map-columns.ts';
import { dateOrders } from '../text/date-order.ts';

export const mostHeaders = 2000;
export const mostReadings = 100;
const Header = v.pipe(v.string(), v.maxLength(500));
const Cell = v.pipe(v.string(), v.maxLength(200));
const Target = v.custom<MappingTarget>(
  (target) => typeof target === 'string' && isMappingTarget(target),
  'a field, `number`, `personal` or `ignore`',
);
const Values = v.record(v.pipe(v.string(), v.check(isColumnField)), v.record(Cell, Cell));
const sizeOf = (values: v.InferOutput<typeof Values>) => Object.values(values).flatMap(Object.keys);

/** What is absent was left to the detection. */
export const ReadingChoices = v.strictObject({
  encoding: v.optional(v.picklist(csvEncodings)),
  delimiter: v.optional(v.picklist(delimiters)),
  headerLine: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  dateOrder: v.optional(v.picklist(dateOrders)),
  severityDirection: v.optional(v.picklist(['5-is-most', '1-is-most'])),
  fillDown: v.optional(v.array(v.picklist(filledFields))),
  /** header → field */
  mapping: v.pipe(
    v.record(Header, Target),
    v.check((mapping) => Object.keys(mapping).length <= 300, 'at most 300 columns'),
  ),
  /** field → value → what is meant */
  values: v.pipe(
    Values,
    v.check((values) => sizeOf(values).length <= 300, 'at most 300 values'),
  ),
});
export type ReadingChoices = v.InferOutput<typeof ReadingChoices>;

export const NewReading = v.strictObject({
  /** as they were before anything was chosen */
  headers: v.pipe(v.array(Header), v.minLength(1), v.maxLength(mostHeaders)),
  /** its name */
  file: v.pipe(v.string(), v.maxLength(1000)),
  choices: ReadingChoices,
});
export type NewReading = v.InferOutput<typeof NewReading>;

export const FileReading = v.object({
  /** of its headers: the same for files of the same make */
  id: v.string(),
  choices: ReadingChoices,
  /** where it comes from: the last file that was read so, who sent it, when */
  file: v.string(),
  by: v.string(),
  at: v.string(),
});
export type FileReading = v.InferOutput<typeof FileReading>;

export const PageOfReadings = v.object({
  items: v.array(FileReading),
  next: v.nullable(v.string()),
});
export type PageOfReadings = v.InferOutput<typeof PageOfReadings>;
