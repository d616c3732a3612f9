// When: a day as Thai people, Excel and online forms write it.
import { parseDay } from '../../text/dates.ts';
import { asIs, cellOf, report, safeOf, shown } from '../check.ts';
import type { ReadKind } from './kind.ts';

export const readDay: ReadKind<string> = (check, given, { pointer }) => {
  const cell = cellOf(check, given, pointer);
  if (cell.wrong) return { value: null, safe: null };
  const { today } = check.context;
  const { day, error, warning } = parseDay(cell.text, today);
  const seen = { value: shown(cell.text) };
  if (error) report(check, error, pointer, error === 'date-in-future' ? { ...seen, today } : seen);
  if (warning && warning !== 'date-missing') report(check, warning, pointer, seen);
  return { value: day, safe: day === null ? safeOf(cell) : asIs(cell) };
};
