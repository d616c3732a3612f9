import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { formatInstant, formatTime } from '../../i18n/format.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';

/** "วันนี้ 10:42 น.", or the whole date when it was another day. */
export function momentWords(at: number, now: number, lang: Lang, t: Messages): string {
  const instant = new Date(at).toISOString();
  const isToday = bangkokDay(new Date(at)) === bangkokDay(new Date(now));
  return isToday ? t.sending.today(formatTime(instant, lang)) : formatInstant(instant, lang);
}
