// When: a day as Thai people, Excel and online forms write it.

import { bangkokDay } from '../../text/bangkok-day.ts';
import type { DateOrder } from '../../text/date-order.ts';
import { parseDay } from '../../text/dates.ts';
import { remembering } from '../../text/remembering.ts';
import { asIs, type Check, report, safeOf, shown, tidyCell } from '../check.ts';
import type { ReadKind } from './kind.ts';
import { checkRange } from './number.ts';

/** A reading of days that is good for one `today`, one order and one opening of the round. */
const readingBy = (today: string, order: DateOrder | undefined, opensAt: string | null) => ({
  today,
  order,
  opensAt,
  read: remembering(
    (text) => parseDay(text, today, order),
    ({ day }) => day !== null,
  ),
  /** days before these are further back than anybody surveys */
  implausibleBefore: yearsBefore(today, 20),
  longAgoBefore: opensAt === null ? yearsBefore(today, 3) : bangkokDay(new Date(opensAt)),
});

const yearsBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

let reading = readingBy('', undefined, null);

function readingOf({ context, definition }: Check): typeof reading {
  const { today, dateOrder: order } = context;
  const { opensAt } = definition;
  if (reading.today !== today || reading.order !== order || reading.opensAt !== opensAt)
    reading = readingBy(today, order, opensAt);
  return reading;
}

export const readDay: ReadKind<string> = (check, given, { pointer }) => {
  const cell = tidyCell(check, given, pointer);
  if (cell.wrong) return { value: null, safe: null };
  const { today, read, implausibleBefore, longAgoBefore } = readingOf(check);
  const { day, error, warning, readsAs } = read(cell.text);
  const isRecent = day !== null && day >= longAgoBefore && day >= implausibleBefore;
  if (isRecent && !warning) return { value: day, safe: asIs(cell) };
  const seen = { value: shown(cell.text), ...(readsAs && { readsAs }) };
  if (error) report(check, error, pointer, error === 'date-in-future' ? { ...seen, today } : seen);
  if (warning && warning !== 'date-missing') report(check, warning, pointer, seen);
  if (day === null) return { value: null, safe: safeOf(cell) };
  // a year that was typed wrongly shows by how long ago it is
  const isImplausible = day < implausibleBefore;
  if (isImplausible) report(check, 'date-implausible', pointer, seen);
  else if (!isRecent) report(check, 'date-long-ago', pointer, seen);
  return { value: isImplausible ? null : day, said: true, safe: asIs(cell) };
};

/** as far as dates are read: a plan may lie ahead */
const farAhead = '2150-12-31';

/** A day of the calendar, past or to come; what was written, or null. */
export function parseDate(text: string, order?: DateOrder): ReturnType<typeof parseDay> {
  return parseDay(text, farAhead, order);
}

export const readDate: ReadKind<string> = (check, given, at) => {
  const { pointer } = at;
  const cell = tidyCell(check, given, pointer);
  if (cell.wrong) return { value: null, safe: null };
  const { day, error, warning, readsAs } = parseDate(cell.text, check.context.dateOrder);
  const seen = { value: shown(cell.text), ...(readsAs && { readsAs }) };
  if (error) report(check, 'invalid-date', pointer, seen);
  if (warning && warning !== 'date-missing') report(check, warning, pointer, seen);
  if (day !== null) checkRange(check, day, at);
  return { value: day, safe: day === null ? safeOf(cell) : asIs(cell) };
};
