// Which file a response came in, as the facts have it: for who looks at very many without asking the database.
import { gone, statusOfWho } from './codes.ts';
import type { Columns } from './columns.ts';
import { isId, toId } from './ids.ts';

/** undefined: no such response counts or waits, or it came in no file. */
export function batchOf(columns: Columns, response: string): string | undefined {
  const place = isId(response) ? columns.find(toId(response)) : undefined;
  if (!place || statusOfWho(place.shelf.who[place.r] ?? 0) === gone) return undefined;
  return columns.dictionaries.batches.value(place.shelf.batch[place.r] ?? 0);
}
