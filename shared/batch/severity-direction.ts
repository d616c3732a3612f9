// Which end of the scale a header says is the worst: `ระดับ (1=มากที่สุด)`, `severity (1 = most severe, 5 = least)`.
import type { SeverityDirection } from '../survey/coded-values.ts';
import { normaliseLine, toWesternDigits } from '../text/thai.ts';

const most =
  '(?:มากที่สุด|รุนแรงที่สุด|สูงสุด|สูงที่สุด|ด่วนที่สุด|เร่งด่วนที่สุด|most|highest|worst|very severe|critical)';
const least = '(?:น้อยที่สุด|ต่ำสุด|ต่ำที่สุด|เบาที่สุด|least|lowest|very mild)';
const sign = '\\s*(?:=|:|คือ|หมายถึง|เป็น|is|means|\\()\\s*';
const maybe = `(?:${sign}|\\s*[-–]?\\s*)`;
// "1 มากที่สุด" needs no sign; "มากที่สุด 5" does, for the 5 may begin the next pair
const pair = (number: number, word: string) =>
  `(?<!\\d)${number}${maybe}${word}|${word}${sign}${number}(?!\\d)`;
const one = new RegExp(`${pair(1, most)}|${pair(5, least)}`, 'i');
const five = new RegExp(`${pair(5, most)}|${pair(1, least)}`, 'i');

/** null: it does not say, or says both. */
export function directionOf(header: string): SeverityDirection | null {
  const text = toWesternDigits(normaliseLine(header));
  const says = [one.test(text) && '1-is-most', five.test(text) && '5-is-most'].filter(Boolean);
  return says.length === 1 ? (says[0] as SeverityDirection) : null;
}
