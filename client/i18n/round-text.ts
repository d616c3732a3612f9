// Why a round takes nothing now, in words with the day.
import type { Survey } from '../../shared/api/surveys.ts';
import { finalDayOf, firstDayOf } from '../../shared/survey/round-days.ts';
import { whyNotOpen } from '../../shared/survey/round-state.ts';
import { bangkokDay } from '../../shared/text/dates.ts';
import { formatDay } from './format.ts';
import type { Speech } from './i18n.ts';

type Standing = Pick<Survey, 'state' | 'stateReason' | 'opensAt' | 'closesAt'> & {
  /** absent: kept on this device by an earlier version */
  readonly stateSince?: string | null;
};

/** null: it is open. Whoever closed it has said why, and that is said too. */
export function notOpenText(round: Standing, { t, lang }: Speech, now: Date): string | null {
  const words = t.common.round;
  const why = whyNotOpen(round, now);
  if (why === null) return null;
  const since = round.stateSince ? bangkokDay(new Date(round.stateSince)) : null;
  const days = {
    'not-yet': firstDayOf(round.opensAt),
    over: finalDayOf(round.closesAt),
    closed: since,
    archived: since,
    draft: null,
  };
  const day = days[why];
  const said = words[why](day === null ? null : formatDay(day, lang));
  const isClosed = why === 'closed' || why === 'archived';
  return isClosed && round.stateReason ? `${said} · ${words.because(round.stateReason)}` : said;
}
