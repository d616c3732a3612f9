// When: a day as Thai people, Excel and online forms write it.
import type { DateOrder } from '../../text/date-order.ts';
import { type ParsedDay, parseDay } from '../../text/dates.ts';
import { remembering } from '../../text/remembering.ts';
import { asIs, report, safeOf, shown, tidyCell } from '../check.ts';
import type { ReadKind } from './kind.ts';
import { checkRange } from './number.ts';

/** A reading of days that is good for one `today` and one order. */
const readingBy = (today: string, order: DateOrder | undefined) => ({
  today,
  order,
  read: remembering(
    (text) => parseDay(text, today, order),
    ({ day }) => day !== null,
  ),
});
let reading = readingBy('', undefined);

function dayIn(text: string, today: string, order: DateOrder | undefined): ParsedDay {
  if (reading.today !== today || reading.order !== order) reading = readingBy(today, order);
  return reading.read(text);
}

export const readDay: ReadKind<string> = (check, given, { pointer }) => {
  const cell = tidyCell(check, given, pointer);
  if (cell.wrong) return { value: null, safe: null };
  const { today, dateOrder } = check.context;
  const { day, error, warning, readsAs } = dayIn(cell.text, today, dateOrder);
  if (day !== null && !warning) return { value: day, safe: asIs(cell) };
  const seen = { value: shown(cell.text), ...(readsAs && { readsAs }) };
  if (error) report(check, error, pointer, error === 'date-in-future' ? { ...seen, today } : seen);
  if (warning && warning !== 'date-missing') report(check, warning, pointer, seen);
  return { value: day, safe: day === null ? safeOf(cell) : asIs(cell) };
};

/** as far as dates are read: a plan may lie ahead */
const farAhead = '2150-12-31';

/** A day of the calendar, past or to come; what was written, or null. */
export function parseDate(text: string): ReturnType<typeof parseDay> {
  return parseDay(text, farAhead);
}

export const readDate: ReadKind<string> = (check, given, at) => {
  const { pointer } = at;
  const cell = tidyCell(check, given, pointer);
  if (cell.wrong) return { value: null, safe: null };
  const { day, error, warning } = parseDate(cell.text);
  const seen = { value: shown(cell.text) };
  if (error) report(check, 'invalid-date', pointer, seen);
  if (warning && warning !== 'date-missing') report(check, warning, pointer, seen);
  if (day !== null) checkRange(check, day, at);
  return { value: day, safe: day === null ? safeOf(cell) : asIs(cell) };
};
