// Which offices keep files with a column: what they have mapped once they find mapped again.
import type { Context } from '../context.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';

/** newest files looked at */
const mostFiles = 1000;

/** How many offices' newest file has one of these fields. */
export async function countOfficesWith(
  { db }: Pick<Context, 'db'>,
  survey: string,
  fields: ReadonlySet<string>,
): Promise<number> {
  if (fields.size === 0) return 0;
  const newest = new Map<string, StoredBatch['mapping']>();
  const found = await db
    .model(storedBatches)
    .find({ survey }, { office: 1, mapping: 1 })
    .sort({ startedAt: -1, _id: -1 })
    .limit(mostFiles)
    .lean<StoredBatch[]>();
  for (const { office, mapping } of found) if (!newest.has(office)) newest.set(office, mapping);
  const hasOne = (mapping: StoredBatch['mapping']) =>
    mapping.some(([, field]) => fields.has(field));
  return [...newest.values()].filter(hasOne).length;
}
