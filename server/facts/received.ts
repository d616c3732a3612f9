// Which responses there are of a survey, counted or not, and when each was received: for who looks for one by something that follows
// from its id, and for who lets go of old ones.
import { buried, gone, statusOfWho, surveyOfWho } from './codes.ts';
import type { Columns } from './columns.ts';
import { fromId } from './ids.ts';

export interface ReceivedResponse {
  readonly id: string;
  readonly receivedAt: Date;
}

/** ms since 1970: from the first on, before the second */
export interface ReceivedBetween {
  readonly from: number;
  readonly to: number;
}

/** Those of one shelf, oldest first; a shelf at a time, since rows move when others have their turn. */
export function receivedOn(
  { shelves, dictionaries }: Columns,
  number: number,
  survey: string,
  { from, to }: ReceivedBetween,
): readonly ReceivedResponse[] {
  const shelf = shelves[number];
  const code = dictionaries.surveys.find(survey);
  if (!shelf || code === undefined) return [];
  const found: { r: number; at: number }[] = [];
  for (let r = 0; r < shelf.length; r++) {
    const who = shelf.who[r] ?? 0;
    const at = shelf.receivedAt[r] ?? 0;
    if (at < from || at >= to || surveyOfWho(who) !== code) continue;
    const status = statusOfWho(who);
    if (status !== gone && status !== buried) found.push({ r, at });
  }
  found.sort((one, other) => one.at - other.at);
  return found.map(({ r, at }) => ({ id: fromId(shelf.idAt(r)), receivedAt: new Date(at) }));
}
