import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { parseDay } from '../../../shared/text/dates.ts';
import { serverNow, useClockOff } from '../../data/server-clock.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Notice } from '../../ui/Notice.tsx';

/** On a device of which the clock is wrong: by how much, and what this set will say of the day. */
export function ClockNotice({ day }: { readonly day: string }) {
  const { t, lang } = useI18n();
  const off = useClockOff();
  if (off === null) return null;
  const words = t.sending.clock;
  const { day: said } = parseDay(day, bangkokDay(new Date()));
  const today = formatDay(bangkokDay(serverNow(off)), lang);
  return (
    <Notice kind="warning" title={clockWords(off, t)}>
      <p>{said === null ? words.today(today) : words.says(formatDay(said, lang), today)}</p>
      <p class="small">{words.setIt}</p>
    </Notice>
  );
}

/** `off` in ms: ahead, or behind where it is negative. */
export function clockWords(off: number, t: Messages): string {
  const words = t.sending.clock;
  const minutes = Math.round(Math.abs(off) / 60_000);
  const hours = Math.round(minutes / 60);
  const span =
    minutes < 120
      ? words.minutes(formatNumber(minutes))
      : hours < 48
        ? words.hours(formatNumber(hours))
        : words.days(formatNumber(Math.round(hours / 24)));
  return off > 0 ? words.ahead(span) : words.behind(span);
}
