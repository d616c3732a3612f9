// Dates as Thai people, Excel and online forms write them. Day before month, unless the column says otherwise; years of the
// Buddhist Era become Common Era *before* the day is checked (29 ก.พ. 2563 is real, 29 ก.พ. 2564 is not). Never `new Date(string)`.
import {
  buddhistYears,
  type CalendarDay,
  fromDayNumber,
  isCalendarDay,
  toDayNumber,
  toIsoDay,
} from './calendar.ts';
import { withoutClock } from './clock.ts';
import type { DateOrder } from './date-order.ts';
import { monthOf } from './months.ts';
import { isNoAnswer } from './no-answer.ts';
import { normaliseLine, toWesternDigits } from './thai.ts';

export interface ParsedDay {
  /** `YYYY-MM-DD`, Common Era; null when missing or invalid */
  readonly day: string | null;
  readonly error?: 'invalid-date' | 'date-in-future';
  /** of an invalid one: the other order, when it is a day of the calendar in that */
  readonly readsAs?: DateOrder;
  readonly warning?: 'date-missing' | 'date-two-digit-year' | 'date-serial-be';
}

type Era = 'be' | 'ce' | undefined;
interface Written {
  readonly day: number;
  readonly month: number;
  /** as written, not yet of the Common Era */
  readonly year: number;
  readonly warning?: 'date-two-digit-year' | 'date-serial-be';
}

const invalid: ParsedDay = { day: null, error: 'invalid-date' };
/** characters of a cell that could be a date, with spaces and invisible ones */
const longest = 1000;
const earliest = 1957; // B.E. 2500
const yearsAhead = 100;
/** days between 1899-12-30, Excel's day 0 after its false leap year, and 1970-01-01 */
const excelEpoch = -25_569;

/** Reads a whole cell. `today` is `YYYY-MM-DD` in Asia/Bangkok; today itself is allowed. */
export function parseDay(
  raw: string | number | null | undefined,
  today: string,
  order: DateOrder = 'dmy',
): ParsedDay {
  const text = typeof raw === 'string' ? raw : String(raw ?? '');
  if (text.length > longest) return invalid;
  const plain = plainDay(text, today);
  if (plain) return plain;
  const tidy = toWesternDigits(normaliseLine(text)).toLowerCase();
  if (isNoAnswer(tidy)) return { day: null, warning: 'date-missing' };
  if (tidy.length > 100) return invalid;
  const read = readTidy(tidy, today, order);
  return read.error === 'invalid-date' ? withOtherOrder(read, tidy, today, order) : read;
}

/** A day that can only be read in the other order is not read at all: months must not be wrong in silence. */
function withOtherOrder(read: ParsedDay, tidy: string, today: string, order: DateOrder): ParsedDay {
  const readsAs = order === 'dmy' ? 'mdy' : 'dmy';
  return readTidy(tidy, today, readsAs).error === 'invalid-date' ? read : { ...read, readsAs };
}

/** `2026-11-20`, by far the most common, without any of the rest. */
function plainDay(text: string, today: string): ParsedDay | undefined {
  if (text.length !== 10 || !/^(?:19[6-9]|20)\d+-\d\d-\d\d$/.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return judge({ year, month, day }, today);
}

function readTidy(tidy: string, today: string, order: DateOrder): ParsedDay {
  const serial = /^(\d{5,6})(?:\.\d+)?$/.exec(tidy);
  if (serial) return fromSerial(Number(serial[1]), today);
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(tidy);
  if (compact) return fromCompact(compact.slice(1).map(Number), today);
  const { text, minutes } = isBare.test(tidy) ? { text: tidy, minutes: 0 } : withoutClock(tidy);
  const { rest, era } = splitWords(text);
  const written = readNumbers(rest, era, order) ?? readMonthName(rest, era) ?? readMonthFirst(rest);
  if (!written) return invalid;
  const year = toCommonEra(written.year, era, today);
  if (year === undefined) return invalid;
  const found = { year, month: written.month, day: written.day };
  if (!isCalendarDay(found)) return invalid;
  return judge(shift(found, minutes), today, written.warning);
}

/** `17/6/2562`, by far the most common of these, without looking for words and times */
const isBare = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;

function judge(day: CalendarDay, today: string, warning?: Written['warning']): ParsedDay {
  if (!isCalendarDay(day)) return invalid;
  const iso = toIsoDay(day);
  const warned = warning ? { warning } : {};
  return iso > today ? { day: null, error: 'date-in-future', ...warned } : { day: iso, ...warned };
}

/** Excel's 1900 system. Six digits: a Buddhist year typed into a Common Era calendar. */
function fromSerial(serial: number, today: string): ParsedDay {
  if (serial >= 36_526 && serial <= 73_050) return judge(fromDayNumber(serial + excelEpoch), today);
  if (serial < 234_000 || serial > 250_000) return invalid;
  const typed = fromDayNumber(serial + excelEpoch);
  return judge({ ...typed, year: typed.year - buddhistYears }, today, 'date-serial-be');
}

/** `20261103`, `25691103`: as machines write days */
function fromCompact([year = 0, month = 0, day = 0]: readonly number[], today: string): ParsedDay {
  const common = toCommonEra(year, undefined, today);
  return common === undefined ? invalid : judge({ year: common, month, day }, today);
}

function shift(day: CalendarDay, minutes: number): CalendarDay {
  return fromDayNumber(toDayNumber(day) + Math.floor(minutes / 1440));
}

const weekday =
  /^(?:วัน)?(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|(?:อา|จ|อ|พฤ|พ|ศ|ส)\.|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)(?:ที่)?[ ,]*/;
const eraWord = /(พ\.? ?ศ\.?|ค\.? ?ศ\.?|\b[bc]\.?e\.?|\ba\.?d\.?)/;

/** Takes off the weekday, วันที่, เดือน, ปี and the era. */
function splitWords(text: string): { rest: string; era: Era } {
  let rest = text
    .replace(/^วันที่ ?/, '')
    .replace(weekday, '')
    .replace(/^(?:วัน)?ที่ ?/, '');
  const word = eraWord.exec(rest)?.[1];
  if (word !== undefined) rest = rest.replace(word, ' ');
  rest = rest.replace('เดือน', ' ').replace(/ปี|,/g, ' ').replace(/ {2,}/g, ' ').trim();
  return { rest, era: word === undefined ? undefined : /^(?:พ|b)/.test(word) ? 'be' : 'ce' };
}

const numbers = /^(\d{1,4})(?: ?[-/.–] ?| )(\d{1,2})(?: ?[-/.–] ?| )(\d{1,4})$/;

function readNumbers(rest: string, era: Era, order: DateOrder): Written | undefined {
  const [, first = '', second = '', third = ''] = numbers.exec(rest) ?? [];
  if (first.length === 4 && third.length <= 2) {
    return { year: Number(first), month: Number(second), day: Number(third) };
  }
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return undefined;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  const date = { month: Number(month), day: Number(day) };
  if (third.length === 4) return { ...date, year: Number(third) };
  const buddhist = era === 'be' || (era === undefined && Number(third) >= 50);
  return {
    ...date,
    year: Number(third) + (buddhist ? 2500 : 2000),
    warning: 'date-two-digit-year',
  };
}

const withName =
  /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-zก-ฮเ-ไะ-์.][a-zก-ฮเ-ไะ-์. ]*?)[-/. ]*(\d{4}|\d{2})$/;

function readMonthName(rest: string, era: Era): Written | undefined {
  const [, day, name = '', year = ''] = withName.exec(rest) ?? [];
  const month = monthOf(name);
  if (!month) return undefined;
  const date = { day: Number(day), month: month.no };
  if (year.length === 4) return { ...date, year: Number(year) };
  if (month.language === 'th' && era !== 'ce') return { ...date, year: 2500 + Number(year) };
  const century = era === 'be' ? 2500 : 2000;
  return { ...date, year: century + Number(year), warning: 'date-two-digit-year' };
}

/** "June 17 2019": with a name there is no doubt which is the month. */
function readMonthFirst(rest: string): Written | undefined {
  const [, name = '', day, year] =
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(rest) ?? [];
  const month = monthOf(name);
  return month && { day: Number(day), month: month.no, year: Number(year) };
}

function toCommonEra(year: number, era: Era, today: string): number | undefined {
  const buddhist = year >= 2400;
  if (era !== undefined && (era === 'be') !== buddhist) return undefined;
  const common = buddhist ? year - buddhistYears : year;
  const latest = Number(today.slice(0, 4)) + yearsAhead;
  return common >= earliest && common <= latest ? common : undefined;
}
