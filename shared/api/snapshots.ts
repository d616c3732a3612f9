// A snapshot: a view frozen under an id. Its bytes never change, and a digest says so.
import * as v from 'valibot';
import { eachFilter, FiguresReply, Filters } from './figures.ts';
import { Scope } from './session.ts';
import { Survey } from './surveys.ts';

const given = v.exactOptional(
  v.union([
    v.pipe(v.string(), v.maxLength(2000)),
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)),
  ]),
);

const givenFilters = v.strictObject(eachFilter(given));

export const NewSnapshot = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** as in the query of figures, each a text or a list; what is absent is not filtered */
  filters: v.optional(givenFilters, {}),
});
export type NewSnapshot = v.InferOutput<typeof NewSnapshot>;

const described = {
  /** such as `RF-69-2K7Q-4MXB-9TRD`; it cannot be guessed */
  id: v.string(),
  name: v.string(),
  /** user name and office of who kept it */
  by: v.string(),
  office: v.string(),
  frozenAt: v.string(),
  /** instant of the last change that its figures include */
  asOf: v.string(),
};

export const SnapshotItem = v.object({
  ...described,
  survey: v.string(),
  /** SHA-256 of the bytes, hexadecimal */
  digest: v.string(),
  /** as they were read */
  filters: Filters,
  /** of who kept it: only who may see all of it, sees it */
  scope: Scope,
  issues: v.number(),
  responses: v.number(),
});
export type SnapshotItem = v.InferOutput<typeof SnapshotItem>;

export const PageOfSnapshots = v.object({
  items: v.array(SnapshotItem),
  next: v.nullable(v.string()),
});
export type PageOfSnapshots = v.InferOutput<typeof PageOfSnapshots>;

/** What the bytes say. */
export const Snapshot = v.object({
  /** of this shape: 1 */
  format: v.number(),
  ...described,
  /** the definition that was in force, whole */
  survey: Survey,
  /** which Rabfang counted, and by which version of its counting */
  countedBy: v.object({ rabfang: v.string(), facts: v.number() }),
  scope: Scope,
  /** all figures, with what they claim */
  reply: FiguresReply,
});
export type Snapshot = v.InferOutput<typeof Snapshot>;

const changed = { before: v.number(), now: v.number() };

/** What the same question counts now, where that is another number. */
export const SnapshotDifference = v.object({
  id: v.string(),
  before: v.object({ asOf: v.string(), version: v.number() }),
  now: v.object({ asOf: v.string(), version: v.number() }),
  /** nothing that is counted has changed */
  same: v.boolean(),
  strip: v.array(v.object({ number: v.string(), ...changed })),
  /** of each counted figure: how many of its rows changed, of how many in either, and each number of them */
  figures: v.array(
    v.object({
      figure: v.string(),
      rows: v.number(),
      of: v.number(),
      changes: v.array(v.object({ row: v.string(), number: v.string(), ...changed })),
    }),
  ),
});
export type SnapshotDifference = v.InferOutput<typeof SnapshotDifference>;
