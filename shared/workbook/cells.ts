// What stands in a cell of a workbook: a text, a number, or a number that is shown in a way of its own.
import { isCalendarDay, toDayNumber } from '../text/calendar.ts';

/** how a number is shown; the index of its style in `stylesPart` follows their order */
export const numberFormats = [
  'whole',
  'tenths',
  'percent',
  'percentTenths',
  'day',
  'instant',
] as const;
export type NumberFormat = (typeof numberFormats)[number];

/** `value` of a percent is a part of 1, of a day the days since 30 December 1899 */
export interface FormattedNumber {
  readonly value: number;
  readonly as: NumberFormat;
}

/** null = nothing */
export type SheetCell = string | number | FormattedNumber | null;

/** days from there to 1970-01-01; Excel counts 29 February 1900, which never was, so days before March of it are kept as text */
const epoch = 25_569;
const firstTrueDay = 61;

/** `2026-11-29` as a day; another text, and a day that a workbook does not know, stays text. */
export function dayCell(iso: string): SheetCell {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  const value = toDayNumber(parts) + epoch;
  return isCalendarDay(parts) && value >= firstTrueDay ? { value, as: 'day' } : iso;
}

const hoursOfBangkok = 7 / 24;
const msPerDay = 86_400_000;

/** An instant by the clocks of Thailand. */
export function instantCell(ms: number): FormattedNumber {
  return { value: ms / msPerDay + epoch + hoursOfBangkok, as: 'instant' };
}
