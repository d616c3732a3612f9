import { useEffect, useRef } from 'preact/hooks';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { parseDay } from '../../../shared/text/dates.ts';
import { dayMs, serverNow } from '../../data/server-clock.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { clockWords } from './ClockNotice.tsx';

/** The day that nobody touched since the form was opened, when it is no longer today; null when there is nothing to ask. */
function leftOverDay(opened: string, now: string, today: string): string | null {
  const { day } = opened === now ? parseDay(now, today) : { day: null };
  return day === today ? null : day;
}

export interface DayToAsk {
  /** what the set says, `YYYY-MM-DD` */
  readonly day: string;
  readonly today: string;
  /** the device's clock is ahead by so many ms, by more than a day; null: it is not */
  readonly off: number | null;
}

/** What is asked of the day before a set is saved; null: nothing. `off`: as the clock is known to be. */
export function dayToAsk(opened: string, now: string, off: number | null): DayToAsk | null {
  const here = bangkokDay(new Date());
  if (off === null || Math.abs(off) < dayMs) {
    const day = leftOverDay(opened, now, here);
    return day === null ? null : { day, today: here, off: null };
  }
  const { day } = parseDay(now, here);
  const today = bangkokDay(serverNow(off));
  return day === null || day === today ? null : { day, today, off };
}

interface StaleDayProps {
  readonly asked: DayToAsk;
  /** as it is written in a form */
  readonly onToday: (day: string) => void;
}

/** Shown once before sending, so that no visit is stored under another day unseen; sending again keeps the day. */
export function StaleDay({ asked: { day, today, off }, onToday }: StaleDayProps) {
  const { t, lang } = useI18n();
  const words = t.sending.staleDay;
  const box = useRef<HTMLDivElement>(null);
  // whoever pressed may be anywhere in the form
  useEffect(() => box.current?.focus(), []);
  const [then, now] = [formatDay(day, lang), formatDay(today, lang)];
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind="warning" title={off === null ? words.title(then) : clockWords(off, t)} live>
        <p>{off === null ? words.text(now) : t.sending.clock.asks(then, now)}</p>
        <div class="row acts">
          <Button onClick={() => onToday(now)}>{words.toToday(now)}</Button>
          <Button type="submit">{words.keep}</Button>
        </div>
      </Notice>
    </div>
  );
}
