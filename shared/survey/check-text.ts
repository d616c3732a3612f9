// A text that is stored: its length, cells that begin like a formula, personal data.
import { withoutMarkers } from '../text/cut.ts';
import { isFormulaLike } from '../text/formula.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { countCodePoints } from '../text/thai.ts';
import { asIs, type Cell, type Check, cap, cellOf, longestSafe, report } from './check.ts';
import { limits, type Question } from './definition.ts';
import type { Raw } from './response.ts';

export interface CheckedText {
  /** null: no answer */
  readonly text: string | null;
  readonly safe: Raw;
  readonly wrong: boolean;
}

/** `question` is the pointer of the question in the definition, `/issues/-/title`. */
export function checkText(
  check: Check,
  value: unknown,
  pointer: string,
  question: string,
  lines = false,
): CheckedText {
  const cell = cellOf(check, value, pointer, lines);
  return keepText(check, cell, pointer, maxLengthOf(check, question));
}

/** What is stored of a text: null when it says that there is no answer. */
export function keepText(
  check: Check,
  cell: Cell,
  pointer: string,
  max: number = limits.text,
): CheckedText {
  const { raw, text, wrong } = cell;
  if (text === '') return { text: null, safe: asIs(cell), wrong };
  if (text.length > max) checkLength(check, text, pointer, max);
  if (isFormulaLike(text)) report(check, 'formula-like', pointer);
  const { text: kept, found } = removePersonalData(text);
  for (const { code, count } of found) report(check, code, pointer, { count });
  const safe = typeof raw === 'number' && kept === text ? raw : cap(kept, longestSafe);
  return { text: isNoAnswer(kept) ? null : kept, safe, wrong };
}

/** Markers do not count, so that a stored text is never longer than the text it was made from. */
function checkLength(check: Check, text: string, pointer: string, limit: number): void {
  const length = countCodePoints(withoutMarkers(text));
  if (length > limit) report(check, 'text-too-long', pointer, { limit, length });
}

const longest: Readonly<Record<string, number>> = {
  '/issues/-/title': limits.title,
  '/issues/-/detail': limits.detail,
};
const lengths = new WeakMap<readonly Question[], ReadonlyMap<string, number>>();

/** A definition may ask for less than the rules allow, not for more. */
function maxLengthOf({ definition }: Check, question: string): number {
  let known = lengths.get(definition.questions);
  if (!known) {
    known = new Map(
      definition.questions.flatMap(({ pointer, maxLength }) =>
        maxLength === undefined ? [] : [[pointer, maxLength] as const],
      ),
    );
    lengths.set(definition.questions, known);
  }
  const most = longest[question] ?? limits.text;
  return Math.min(known.get(question) ?? most, most);
}
