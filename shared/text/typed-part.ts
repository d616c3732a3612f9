// Whether what is being typed is on its way to a known text: Thai is written without spaces, so by what three characters in a row share.
import { normaliseLine } from './thai.ts';

const inARow = 3;
/** shorter, it could become anything */
const leastTyped = 4;
/** of what was typed, must stand in the known text */
const leastShared = 0.6;

/** From 0 (not at all) to 1 (everything that was typed stands in it). */
export function typedPart(typed: string, known: string): number {
  const [some, whole] = [typed, known].map(plain);
  if (some === undefined || whole === undefined || some.length < leastTyped) return 0;
  const parts = Array.from({ length: some.length - inARow + 1 }, (_, at) =>
    some.slice(at, at + inARow),
  );
  const shared = parts.filter((part) => whole.includes(part)).length / parts.length;
  return shared < leastShared ? 0 : shared;
}

/** Case, spaces and signs make no difference. */
const plain = (text: string): string =>
  normaliseLine(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '')
    .slice(0, 400);
