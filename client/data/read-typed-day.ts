import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { parseDay } from '../../shared/text/dates.ts';

/** A typed day as `YYYY-MM-DD`; null = left empty, undefined = not a day. A range may end in the future. */
export function readTypedDay(
  raw: string,
  today = bangkokDay(new Date()),
): string | null | undefined {
  if (raw.trim() === '') return null;
  const parsed = parseDay(raw, today);
  if (parsed.day !== null) return parsed.day;
  if (parsed.error !== 'date-in-future') return undefined;
  const later = `${Number(today.slice(0, 4)) + 20}${today.slice(4)}`;
  return parseDay(raw, later).day ?? undefined;
}
