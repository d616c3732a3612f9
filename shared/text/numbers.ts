// How many people are affected, as it is written in a cell: digits of both kinds, words for powers of ten, units, "about".
import { isNoAnswer } from './no-answer.ts';
import { normaliseLine, toWesternDigits } from './thai.ts';

export interface ParsedPeople {
  /** 0 to 70,000,000; null when there is none or it is no number of people */
  readonly people: number | null;
  readonly warning?:
    | 'affected-approximate'
    | 'affected-unit'
    | 'affected-range'
    | 'affected-invalid';
}

export const mostPeople = 70_000_000;

const powers: ReadonlyMap<string, number> = new Map([
  ['ร้อย', 100],
  ['พัน', 1_000],
  ['หมื่น', 10_000],
  ['แสน', 100_000],
  ['ล้าน', 1_000_000],
  ['million', 1_000_000],
]);

const about =
  /^(?:ประมาณ|โดยประมาณ|ราว ?ๆ?|เกือบ|กว่า|มากกว่า|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|อย่างน้อย|about|approx(?:imately|\.)?|around|over|ca\.?|[~≈>≥]) ?/;
const counted = /^(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น) ?/;
const number =
  /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e([+-]?\d{1,3}))?(?![\d,.]\d)(?: ?(ร้อย|พัน|หมื่น|แสน|ล้าน|million))?/;
/** `1.250`, `12 000`, `1'250`, `1.250,00`: in groups of three, which no fraction of a person is. The same sign between all groups. */
const grouped =
  /^([1-9]\d{0,2})(?:([. '’ʼ´`′])\d{3}(?:\2\d{3})*)(?:(?!\2)[,.]0{1,2}(?!\d))?(?![\d,.'’]|\s\d)/;
/** `1250,00`, as written where a comma is the decimal sign; with fewer digits before it, it may be a thousand that lost a zero */
const decimalComma = /^(\d{4,}),0{1,2}(?!\d)/;
/** `1,250.000`, `1.250,000`: nobody can say how many these are */
const unsure = /^\d{1,3}(?:,\d{3})+\.\d{3}(?!\d)|^\d{1,3}(?:\.\d{3})+,\d{3}(?!\d)/;
const powerBehind = /^ ?(?:ร้อย|พัน|หมื่น|แสน|ล้าน|million|e[+-]?\d)/;
const more = /^ ?(?:\+|กว่า|เศษ|โดยประมาณ|\(โดยประมาณ\)|ขึ้นไป)/;
const toAnother = /^ ?(?:[-–—~]|ถึง|to) ?(?=[\d~])/;
const people = /^(?:คน|ราย|people|persons?)\.?$/;

/** Reads a whole cell. Warnings other than `affected-approximate` leave the number out. */
export function parsePeople(raw: string | number | null | undefined): ParsedPeople {
  if (typeof raw === 'number') return ofNumber(raw);
  const text = raw ?? '';
  if (/^\d{1,7}$/.test(text)) return { people: Number(text) };
  const tidy = toWesternDigits(normaliseLine(text.slice(0, 1000)))
    .toLowerCase()
    .replace('＋', '+');
  if (isNoAnswer(tidy)) return { people: null };
  return readTidy(tidy.slice(0, 100));
}

/** No program writes the thousands of a number apart. */
function ofNumber(value: number): ParsedPeople {
  const whole = value >= 0 ? wholePeople(value) : null;
  return whole === null ? { people: null, warning: 'affected-invalid' } : { people: whole };
}

function readTidy(tidy: string): ParsedPeople {
  const start = tidy.replace(counted, '');
  const afterAbout = start.replace(about, '');
  const first = readNumber(afterAbout);
  if (!first) return { people: null, warning: 'affected-invalid' };
  const second = readSecond(first.rest);
  const rest = second ?? first.rest;
  const afterMore = rest.replace(more, '').replace(/^ ?ๆ/, '').trim();
  const unit = afterMore.replace(more, '').trim();
  if (unit !== '' && !people.test(unit)) {
    const named = /[%\p{L}]/u.test(unit);
    return { people: null, warning: named ? 'affected-unit' : 'affected-invalid' };
  }
  if (second !== undefined) return { people: null, warning: 'affected-range' };
  const value = wholePeople(first.value);
  if (value === null) return { people: null, warning: 'affected-invalid' };
  const approximate = afterAbout !== start || more.test(rest) || more.test(afterMore);
  return approximate ? { people: value, warning: 'affected-approximate' } : { people: value };
}

/** What stands after the second number of a range, or nothing when there is no second number. */
function readSecond(rest: string): string | undefined {
  const start = rest.replace(/^ ?(?:คน|ราย)/, '');
  const to = toAnother.exec(start);
  return to ? readNumber(start.slice(to[0].length))?.rest : undefined;
}

function readNumber(text: string): { value: number; rest: string } | undefined {
  if (unsure.test(text)) return undefined;
  const groups = grouped.exec(text) ?? decimalComma.exec(text);
  const rest = groups ? text.slice(groups[0].length) : '';
  // 1.250 ล้าน is a fraction of a million
  if (groups && !powerBehind.test(rest))
    return { value: Number(groups[0].replace(/[,.]0{1,2}$/, '').replace(/\D/g, '')), rest };
  const found = number.exec(text);
  if (!found) return undefined;
  const [all, whole = '', fraction = '', exponent = '0', power = ''] = found;
  const digits = Number(`${whole.replaceAll(',', '')}${fraction}e${exponent}`);
  return { value: digits * (powers.get(power) ?? 1), rest: text.slice(all.length) };
}

/** A fraction of a person is nobody; a hair of floating point is. */
function wholePeople(value: number): number | null {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-6 && rounded <= mostPeople ? rounded : null;
}

const plainNumber = /^([-+])?(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,10})?$/;

/** A plain number: `1,250`, `๓.๕`, `-4`; null for anything else. Expects normalised text. */
export function parseNumber(text: string): number | null {
  const tidy = toWesternDigits(text).replace(/^[−–]/, '-');
  const [, sign = '', whole, part = ''] = plainNumber.exec(tidy) ?? [];
  if (whole === undefined) return null;
  const value = Number(`${whole.replaceAll(',', '')}${part}`);
  return sign === '-' && value !== 0 ? -value : value;
}
