// What differs between two files: rows that are new, gone, changed, the same.
import * as v from 'valibot';

export const differenceKinds = ['new', 'gone', 'changed', 'same'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A row of the one file, of the other, or of both. */
export const DifferingRow = v.object({
  /** in this file; null: gone */
  row: v.nullable(v.number()),
  line: v.nullable(v.number()),
  /** in the other file; null: new */
  otherRow: v.nullable(v.number()),
  otherLine: v.nullable(v.number()),
  /** header → cell of this file; of the other, when it is gone */
  cells: v.record(v.string(), v.string()),
  /** of a changed one, cell by cell, by the field that both columns are */
  changes: v.array(v.object({ field: v.string(), before: v.string(), after: v.string() })),
});
export type DifferingRow = v.InferOutput<typeof DifferingRow>;

export const BatchDifference = v.object({
  /** what it is compared with; null: the office has sent no file before, so every row is new */
  to: v.nullable(
    v.object({
      id: v.string(),
      receipt: v.string(),
      name: v.string(),
      startedAt: v.string(),
    }),
  ),
  new: v.number(),
  gone: v.number(),
  changed: v.number(),
  same: v.number(),
  /** of the kind that was asked for; absent: none was */
  items: v.exactOptional(v.array(DifferingRow)),
  next: v.exactOptional(v.nullable(v.string())),
});
export type BatchDifference = v.InferOutput<typeof BatchDifference>;
