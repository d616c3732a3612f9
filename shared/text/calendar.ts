// Days of the Common Era as numbers and as `YYYY-MM-DD`. A day is a day: no time zone, no Date parsing of strings.
/** What a year of the Buddhist Era has more than the same year of the Common Era. */
export const buddhistYears = 543;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const msPerDay = 86_400_000;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
}

export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

export function toIsoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `days` after 1970-01-01 */
export function fromDayNumber(days: number): CalendarDay {
  const date = new Date(days * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function toDayNumber({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day) / msPerDay;
}

/** The last day of a month such as `2026-02`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${daysInMonth(year, number)}`;
}
