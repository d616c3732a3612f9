// How a response stands in the columns, beside how it is stored: what the self-check and the tests compare.
import { buried, gone, shelfOf, statusOfWho } from './codes.ts';
import type { Columns } from './columns.ts';
import type { Countable } from './countable.ts';
import { versionAt } from './heard.ts';
import { fromId, toId } from './ids.ts';
import { unlessStrange } from './left-out.ts';
import type { Shelf } from './shelf.ts';

/** How a response counts and how it is stored, as texts; undefined: not at all. Equal texts, equal figures. */
export interface CountedAndStored {
  readonly counted: string | undefined;
  readonly stored: string | undefined;
}

export function compare(
  columns: Columns,
  id: string,
  stored: Countable | undefined,
): CountedAndStored {
  const counts = stored && !stored.held && !stored.leaving;
  const read = counts && unlessStrange(stored, () => storedText(columns, stored));
  return {
    counted: countedText(columns, id),
    stored: read && 'made' in read ? read.made : undefined,
  };
}

function countedText(columns: Columns, id: string): string | undefined {
  const place = columns.find(toId(id));
  if (!place || statusOfWho(place.shelf.who[place.r] ?? 0) === gone) return undefined;
  const { number, shelf, r } = place;
  const first = shelf.start[r];
  const end = shelf.start[r + 1];
  return JSON.stringify([
    ...[number, shelf.who[r], shelf.when[r], shelf.batch[r], shelf.office[r]],
    ...[shelf.receivedAt[r], versionAt(place)],
    [...shelf.key.subarray(first, end)],
    [...shelf.affected.subarray(first, end)],
  ]);
}

function storedText(columns: Columns, response: Countable): string {
  const { who, when, batch, office, receivedAt, version, keys, affected } = columns.toRow(response);
  const number = shelfOf(response.place.province);
  return JSON.stringify([number, who, when, batch, office, receivedAt, version, keys, affected]);
}

/** Ids of responses that count, from a part of the way through all on. */
export function idsFrom(shelves: readonly Shelf[], part: number, limit: number): readonly string[] {
  const start = Math.floor(part * shelves.reduce((n, { length }) => n + length, 0));
  const ids: string[] = [];
  let passed = 0;
  for (const shelf of shelves) {
    for (let r = Math.max(start - passed, 0); r < shelf.length && ids.length < limit; r++)
      if (![gone, buried].includes(statusOfWho(shelf.who[r] ?? 0))) ids.push(fromId(shelf.idAt(r)));
    passed += shelf.length;
  }
  return ids;
}
