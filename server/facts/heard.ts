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

/**
 * How much later than something left must have been received what is another response under the same id, whose versions begin
 * anew: the mark of it was forgotten (ten minutes), and two clocks may differ by a few.
 */
const anewAfterMs = 5 * 60_000;

export const isAnew = (receivedAt: Date, leftAt: number): boolean =>
  receivedAt.getTime() > leftAt + anewAfterMs;

/** What has left keeps the time of that in the place of the one when it was received: below 0, to tell them apart. */
export function noteLeft({ shelf, r }: RowPlace, at: Date): void {
  shelf.receivedAt[r] = -at.getTime();
}

/** Heard before, or older than what was heard. */
export function isHeard(
  place: RowPlace,
  { version, receivedAt }: Pick<Countable, 'version' | 'receivedAt'>,
): boolean {
  const at = place.shelf.receivedAt[place.r] ?? 0;
  if (isGone(place) && at < 0 && isAnew(receivedAt, -at)) return false;
  // forgotten without a mark: whatever was received at another time is another one
  if (isGone(place) && at >= 0 && at !== receivedAt.getTime()) return false;
  return version <= versionAt(place);
}
