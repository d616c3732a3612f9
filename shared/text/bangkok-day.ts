import { fromDayNumber, toIsoDay } from './calendar.ts';

/** The day it is in Thailand at this instant (UTC+7, no daylight saving). */
export function bangkokDay(instant: Date): string {
  return toIsoDay(fromDayNumber(Math.floor((instant.getTime() + 7 * 3_600_000) / 86_400_000)));
}
