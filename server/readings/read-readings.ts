// How an office has read files before: those of its own alone, the last used first.
import type { FileReading, PageOfReadings } from '../../shared/api/readings.ts';
import type { MappingTarget } from '../../shared/batch/inspection.ts';
import type { Context } from '../context.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { type StoredReading, storedReadings } from './reading.model.ts';

/** `key`: only that of these headers */
export async function listReadings(
  { db }: Pick<Context, 'db'>,
  { survey, office }: { readonly survey: string; readonly office: string },
  { limit, after }: Page,
  key: string | undefined,
): Promise<PageOfReadings> {
  const readings = db.model(storedReadings);
  if (key !== undefined) {
    const one = await readings.findById(`${survey} ${office} ${key}`).lean<StoredReading>();
    return { items: one ? [toReading(one)] : [], next: null };
  }
  const older = after === null ? {} : { at: { $lt: momentOf(after) } };
  const found = await readings
    .find({ survey, office, ...older })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<StoredReading[]>();
  const page = new PageOf<FileReading>(limit);
  const isWhole = found.every((one) => page.add(toReading(one)));
  return { items: page.items, next: isWhole ? null : (page.items.at(-1)?.at ?? null) };
}

export function toReading(stored: StoredReading): FileReading {
  const values: Record<string, Record<string, string>> = {};
  for (const [field, value, means] of stored.values) {
    const meant = values[field] ?? {};
    meant[value] = means;
    values[field] = meant;
  }
  const mapping = Object.fromEntries(stored.mapping) as Record<string, MappingTarget>; // only such are kept
  const { key: id, choices, file, by, at } = stored;
  return { id, choices: { ...choices, mapping, values }, file, by, at: at.toISOString() };
}

/** @throws unreadable when the cursor is none of ours */
function momentOf(cursor: string): Date {
  const at = new Date(cursor);
  if (Number.isNaN(at.getTime()))
    throw problem('unreadable', {
      detail: '`after` is no cursor of this list.',
      errors: [{ pointer: '/query/after' }],
    });
  return at;
}
