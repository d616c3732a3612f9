// Whether the cells of a column read as the field that its header only hints at: 8 of 10 of the first 200 filled ones.
import { findProvince } from '../places/find-province.ts';
import { findRespondentType, findStrategy, parseSeverity } from '../survey/coded-values.ts';
import { parsePosition } from '../survey/coordinates.ts';
import type { CsvField } from '../survey/fields/names-in-files.ts';
import { parseDate } from '../survey/kinds/day.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import { parsePeople } from '../text/numbers.ts';
import { normaliseLine } from '../text/thai.ts';

const cellsLookedAt = 200;
const enough = 0.8;
/** characters of a cell that are looked at */
const longestCell = 300;

const somewhere = { lat: '13.75', lng: '100.5' };
const isSeverity = (text: string): boolean => parseSeverity(text, '5-is-most').severity !== null;
const isProvince = (text: string): boolean => findProvince(text).error === undefined;

/** text: normalised, not empty. A field that is not here is text. */
const reads: Readonly<Partial<Record<CsvField, (text: string) => boolean>>> = {
  province: isProvince,
  respondent: (text) => findRespondentType(text) !== undefined,
  strategy: (text) => findStrategy(text) !== undefined,
  severity: isSeverity,
  affected: (text) => parsePeople(text).people !== null,
  day: (text) => parseDate(text).day !== null,
  lat: (lat) => parsePosition({ ...somewhere, lat }).position !== null,
  lng: (lng) => parsePosition({ ...somewhere, lng }).position !== null,
  position: (text) => parsePosition({ text }).position !== null,
  title: isSaying,
  detail: isSaying,
};

/** `cells` of one column, as they stand in the file. A column without a filled cell speaks against nothing. */
export function cellsBearOut(field: CsvField, cells: Iterable<string>): boolean {
  const filled: string[] = [];
  for (const cell of cells) {
    const text = normaliseLine(cell.slice(0, longestCell));
    if (text !== '' && !isNoAnswer(text)) filled.push(text);
    if (filled.length === cellsLookedAt) break;
  }
  if (field === 'id') return tellApart(filled);
  const isRead = reads[field] ?? hasLetters;
  return filled.filter(isRead).length >= filled.length * enough;
}

/** An id that most rows share, such as a form's own, is none of a row. */
function tellApart(ids: readonly string[]): boolean {
  return ids.length < 3 || new Set(ids).size * 2 > ids.length;
}

function hasLetters(text: string): boolean {
  return /\p{L}[\p{L}\p{M}]/u.test(text) && parseDate(text).day === null;
}

const yesOrNo = /^(?:ใช่|ไม่ใช่|ไม่|มี|เคย|ไม่เคย|yes|no|true|false|y|n|ชาย|หญิง|male|female)$/i;

/** What a person would say of a problem: words, but no day, place or grade. */
function isSaying(text: string): boolean {
  return (
    hasLetters(text) &&
    !yesOrNo.test(text) &&
    !isSeverity(text) &&
    !isProvince(text) &&
    findRespondentType(text) === undefined
  );
}
