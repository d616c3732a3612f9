// Days as administrators type them and instants as a round keeps them: a day begins at midnight in Bangkok.
import { bangkokDay } from '../text/bangkok-day.ts';

const dayMs = 24 * 60 * 60 * 1000;

export const firstInstantOf = (day: string): string =>
  new Date(`${day}T00:00:00+07:00`).toISOString();

/** The first instant that is out: the midnight after the last day. */
export const roundEndOf = (day: string): string =>
  new Date(Date.parse(firstInstantOf(day)) + dayMs).toISOString();

export const firstDayOf = (opensAt: string | null): string | null =>
  opensAt && bangkokDay(new Date(opensAt));

/** The last day of which any moment is in. */
export const finalDayOf = (closesAt: string | null): string | null =>
  closesAt && bangkokDay(new Date(Date.parse(closesAt) - 1));
