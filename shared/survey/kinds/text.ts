// A text that is stored: its length, cells that begin like a formula, personal data.
import { withoutMarkers } from '../../text/cut.ts';
import { isFormulaLike } from '../../text/formula.ts';
import { isNoAnswer } from '../../text/no-answer.ts';
import { removePersonalData } from '../../text/personal-data.ts';
import { countCodePoints } from '../../text/thai.ts';
import { asIs, type Check, cap, longestSafe, report, type TidyCell, tidyCell } from '../check.ts';
import { limits } from '../limits.ts';
import type { Raw } from '../response.ts';
import type { ReadKind } from './kind.ts';

export const readText: ReadKind<string> = (check, given, at) => {
  const cell = tidyCell(check, given, at.pointer, at.lines);
  const { text, safe } = keepText(check, cell, at.pointer, at.maxLength);
  if (text !== null && isTitle.test(at.pointer) && noWords.test(text))
    report(check, 'title-no-words', at.pointer);
  return { value: at.required && !says(text) ? null : text, safe };
};

const isTitle = /^\/issues\/\d+\/title$/;
/** `0`, `1.`, `TRUE`: what a spreadsheet writes into a column that was taken for the titles */
const noWords = /^(?:[\d๐-๙\s.,:;%+()/-]*|true|false|yes|no|y|n|x|จริง|เท็จ|ใช่|ไม่ใช่)$/i;

/** Nothing but punctuation, symbols or removed personal data says nothing. */
function says(text: string | null): boolean {
  return text !== null && /[\p{L}\p{N}]/u.test(withoutMarkers(text));
}

export interface KeptText {
  /** null: no answer */
  readonly text: string | null;
  readonly safe: Raw;
}

/** What is stored of a text: null when it says that there is no answer. */
export function keepText(
  check: Check,
  cell: TidyCell,
  pointer: string,
  max: number = limits.text,
): KeptText {
  const { raw, text } = cell;
  if (text === '') return { text: null, safe: asIs(cell) };
  if (text.length > max) checkLength(check, text, pointer, max);
  if (isFormulaLike(text)) report(check, 'formula-like', pointer);
  const { text: kept, found } = removePersonalData(text);
  for (const { code, count } of found) report(check, code, pointer, { count });
  const safe = typeof raw === 'number' && kept === text ? raw : cap(kept, longestSafe);
  return { text: isNoAnswer(kept) ? null : kept, safe };
}

/** Markers do not count, so that a stored text is never longer than the text it was made from. */
function checkLength(check: Check, text: string, pointer: string, limit: number): void {
  const length = countCodePoints(withoutMarkers(text));
  const isSaid = check.violations.some(
    (one) => one.code === 'text-too-long' && one.pointer === pointer,
  );
  if (length > limit && !isSaid) report(check, 'text-too-long', pointer, { limit, length });
}
