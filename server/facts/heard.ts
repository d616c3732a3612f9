// What was heard of one response: its place remembers the version, also when it is gone.
import { gone, provinceOfShelf, statusOfWho } from './codes.ts';
import type { Columns, RowPlace } from './columns.ts';
import type { Countable } from './countable.ts';
import { toId } from './ids.ts';

export interface Heard {
  readonly survey: string;
  readonly province: string;
  readonly version: number;
}

export const versionAt = ({ shelf, r }: RowPlace): number => shelf.version[r] ?? 0;

const isGone = ({ shelf, r }: RowPlace): boolean => statusOfWho(shelf.who[r] ?? 0) === gone;

/** The newest that was heard of a response; undefined: nothing, or that it is gone. */
export function latestOf(columns: Columns, id: string): Heard | undefined {
  const place = columns.find(toId(id));
  if (!place || isGone(place)) return undefined;
  const province = provinceOfShelf(place.number);
  return { survey: columns.surveyAt(place), province, version: versionAt(place) };
}

/** Heard before, or older than what was heard. */
export function isHeard(
  place: RowPlace,
  { version, receivedAt }: Pick<Countable, 'version' | 'receivedAt'>,
): boolean {
  if (isGone(place) && place.shelf.receivedAt[place.r] !== receivedAt.getTime()) return false;
  return version <= versionAt(place);
}
