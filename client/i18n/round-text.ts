// Why a round takes nothing now, in words with the day.
import { finalDayOf, firstDayOf } from '../../shared/survey/round-days.ts';
import {
  type RoundStanding,
  type WhyNotOpen,
  whyNotOpen,
} from '../../shared/survey/round-state.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { formatDay } from './format.ts';
import type { Speech } from './i18n.ts';

interface Days extends Omit<RoundStanding, 'state'> {
  readonly stateReason: string | null;
  /** absent: kept on this device by an earlier version */
  readonly stateSince?: string | null;
}

/** null: it is open. Whoever closed it has said why, and that is said too. */
export function notOpenText(
  round: Days & Pick<RoundStanding, 'state'>,
  speech: Speech,
  now: Date,
): string | null {
  const why = whyNotOpen(round, now);
  return why && closedText(why, round, speech);
}

/** What the server says of a round that has taken nothing. */
export function closedText(why: WhyNotOpen, round: Days, { t, lang }: Speech): string {
  const words = t.common.round;
  const since = round.stateSince ? bangkokDay(new Date(round.stateSince)) : null;
  const days: Readonly<Record<WhyNotOpen, string | null>> = {
    'not-yet': firstDayOf(round.opensAt),
    over: finalDayOf(round.closesAt),
    closed: since,
    archived: since,
    draft: null,
  };
  const day = days[why] ?? null;
  const say = words[why] ?? words.closed;
  const said = say(day === null ? null : formatDay(day, lang));
  const isClosed = why === 'closed' || why === 'archived';
  return isClosed && round.stateReason ? `${said} · ${words.because(round.stateReason)}` : said;
}
