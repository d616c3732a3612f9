import { useEffect, useRef } from 'preact/hooks';
import { bangkokDay, parseDay } from '../../../shared/text/dates.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** The day that nobody touched since the form was opened, when it is no longer today; null when there is nothing to ask. */
export function leftOverDay(
  opened: string,
  now: string,
  today = bangkokDay(new Date()),
): string | null {
  const { day } = opened === now ? parseDay(now, today) : { day: null };
  return day === today ? null : day;
}

interface StaleDayProps {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly today: string;
  readonly onToday: () => void;
}

/** Shown once before sending, so that no visit is stored under the day before unseen; sending again keeps the day. */
export function StaleDay({ day, today, onToday }: StaleDayProps) {
  const { t, lang } = useI18n();
  const words = t.collect.staleDay;
  const box = useRef<HTMLDivElement>(null);
  // whoever pressed may be anywhere in the form
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind="warning" title={words.title(formatDay(day, lang))} live>
        <p>{words.text(formatDay(today, lang))}</p>
        <div class="row acts">
          <Button onClick={onToday}>{words.toToday(formatDay(today, lang))}</Button>
          <Button type="submit">{words.keep}</Button>
        </div>
      </Notice>
    </div>
  );
}
