// Which end of the scale a header says is the worst: `ระดับ (1=มากที่สุด)`, `severity (1 = most severe, 5 = least)`.
import { normaliseLine, toWesternDigits } from '../../text/thai.ts';

export type SeverityDirection = '5-is-most' | '1-is-most';

const most =
  '(?:มากที่สุด|รุนแรงที่สุด|สูงสุด|สูงที่สุด|ด่วนที่สุด|เร่งด่วนที่สุด|most|highest|worst|very severe|critical)';
const least = '(?:น้อยที่สุด|ต่ำสุด|ต่ำที่สุด|เบาที่สุด|least|lowest|very mild)';
const is = '\\s*(?:=|:|คือ|หมายถึง|เป็น|is|means|-|–)?\\s*';
const one = new RegExp(
  `(?<!\\d)1${is}${most}|${most}${is}1(?!\\d)|(?<!\\d)5${is}${least}|${least}${is}5(?!\\d)`,
  'i',
);
const five = new RegExp(
  `(?<!\\d)5${is}${most}|${most}${is}5(?!\\d)|(?<!\\d)1${is}${least}|${least}${is}1(?!\\d)`,
  'i',
);

/** null: it does not say, or says both. */
export function directionOf(header: string): SeverityDirection | null {
  const text = toWesternDigits(normaliseLine(header));
  const says = [one.test(text) && '1-is-most', five.test(text) && '5-is-most'].filter(Boolean);
  return says.length === 1 ? (says[0] as SeverityDirection) : null;
}
