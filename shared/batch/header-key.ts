// Headers compared as people mean them, not as they typed them.
import { normaliseLine, toWesternDigits } from '../text/thai.ts';

/** characters of a header that are compared: no name is longer */
const longest = 500;
const mark = /[\s:*：＊]/;
const trailingBracket = /[([{（][^()[\]{}（）]*[)\]}）]$/;

/** the number of a question: `1. `, `2) `, `(3) `, `ข้อ 4 `, `Q5: ` */
const questionNumber =
  /^(?:(?:ข้อ(?:ที่)?|q) ?\d{1,2}(?:\.\d{1,2})?|\d{1,2}(?:\.\d{1,2})?(?=[.):])|\(\d{1,2}\))[.):\-–]? ?(?=[^\d.):\-–])/;

/**
 * `จังหวัด (Province)` → `จังหวัด`, `3. Sub_District *` → `subdistrict`: no number of a question, no unit or scale at the end, no `:`
 * `*` `_` or space.
 */
export function headerKey(header: string): string {
  const tidy = toWesternDigits(normaliseLine(header.slice(0, longest))).toLowerCase();
  const bare = dropMarks(tidy.replace(questionNumber, ''));
  const withoutUnit = dropMarks(bare.replace(trailingBracket, ''));
  return (withoutUnit || bare).replace(/[\s_]/g, '');
}

/** From both ends, in one pass. */
function dropMarks(text: string): string {
  let end = text.length;
  while (end > 0 && mark.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[\s:*]+/, '');
}

/** Equal cell by cell means: the same header once more. */
export function isHeaderAgain(cells: readonly string[], keys: readonly string[]): boolean {
  return keys.every((key, index) => {
    const cell = cells[index] ?? '';
    return !isTooShort(cell, key) && headerKey(cell) === key;
  });
}

/** Nothing that is done to these letters makes a text longer. Most cells are told by this alone, and every row of a file asks. */
const isTooShort = (cell: string, key: string): boolean =>
  cell.length < key.length && /^[ -~\u0E01-\u0E5B]*$/.test(cell);
