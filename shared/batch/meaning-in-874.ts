// Whether bytes that are valid UTF-8 say something in Windows-874. Two Thai letters may be one foreign letter: ลบ, for ลพบุรี, is ź.
import { findProvince } from '../places/find-province.ts';
import { findRespondentType, findStrategy, parseSeverity } from '../survey/coded-values.ts';
import { parseDay } from '../text/dates.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import { normaliseLine } from '../text/thai.ts';
import { strictDecoder } from './text-decoder.ts';

const thaiLetter = /[\u0E01-\u0E2E\u0E30-\u0E39\u0E40-\u0E4E]/;
/** what a Thai office writes beyond ASCII: Thai, and the quotes and dashes of its programs */
const written = /[\u0E00-\u0E7F\u2010-\u2027\u2030-\u205E]/;
/** different cells that are looked at, and characters of one */
const mostCells = 200;
const longestCell = 60;

/** `text`: the same bytes as UTF-8. Half of the cells with Thai letters, or more, must be values of our lists. */
export function meansMoreIn874(bytes: Uint8Array, text: string): boolean {
  if (written.test(text)) return false;
  const cells = new Set<string>();
  for (const [cell] of strictDecoder('windows-874')
    .decode(bytes)
    .matchAll(/[^,;\t|\n\r"]+/g)) {
    if (thaiLetter.test(cell)) cells.add(normaliseLine(cell.slice(0, longestCell)));
    if (cells.size === mostCells) break;
  }
  const meant = [...cells].filter(isValue).length;
  return meant > 0 && meant * 2 >= cells.size;
}

function isValue(cell: string): boolean {
  return (
    findProvince(cell).error === undefined ||
    findRespondentType(cell) !== undefined ||
    findStrategy(cell) !== undefined ||
    parseSeverity(cell, '5-is-most').severity !== null ||
    parseDay(cell, '2150-12-31').day !== null ||
    isNoAnswer(cell)
  );
}
