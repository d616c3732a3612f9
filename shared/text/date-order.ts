// Which of two numbers is the day, when a date is written with numbers alone.
import { withoutClock } from './clock.ts';
import { normaliseLine, toWesternDigits } from './thai.ts';

export const dateOrders = ['dmy', 'mdy'] as const;
/** day first, as in Thailand, or month first, as American programs write it */
export type DateOrder = (typeof dateOrders)[number];

const numbers = /^(\d{1,2}) ?[-/.– ] ?(\d{1,2}) ?[-/.– ] ?(?:\d{4}|\d{2})$/;

/** The only order in which a cell can be read; null: it says nothing, as most do. */
export function orderWritten(cell: string): DateOrder | null {
  if (cell.length > 100) return null;
  const tidy = toWesternDigits(normaliseLine(cell)).toLowerCase();
  const [, first, second] = numbers.exec(withoutClock(tidy).text) ?? [];
  const couldBeMonth = [first, second].map((number) => Number(number) <= 12);
  if (first === undefined || couldBeMonth[0] === couldBeMonth[1]) return null;
  const days = Number(couldBeMonth[0] ? second : first);
  return days > 31 ? null : couldBeMonth[0] ? 'mdy' : 'dmy';
}
