// A calendar of our own: large enough for a thumb, both eras beside each other, and every day within reach of the keyboard.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  buddhistYears,
  type CalendarDay,
  fromDayNumber,
  lastDayOf,
  toDayNumber,
  toIsoDay,
} from '../../shared/text/calendar.ts';
import { formatDay } from '../i18n/format.ts';
import { useI18n } from '../i18n/i18n.ts';
import { IconButton } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import './day-picker.css';
import { chevronLeft, chevronRight } from './icons.ts';

interface DayPickerProps {
  readonly title: string;
  readonly open: boolean;
  /** `YYYY-MM-DD`, like the others */
  readonly value: string | null;
  readonly today: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly onPick: (day: string) => void;
  readonly onClose: () => void;
}

export function DayPicker(props: DayPickerProps) {
  const { title, open, onClose } = props;
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      {open && <Month {...props} />}
    </Dialog>
  );
}

const read = (day: string): CalendarDay => {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number);
  return { year, month, day: of };
};

/** The same day of another month, or its last one. */
function shifted(day: string, months: number): string {
  const { year, month, day: of } = read(day);
  const all = year * 12 + month - 1 + months;
  const other = { year: Math.floor(all / 12), month: (((all % 12) + 12) % 12) + 1, day: 1 };
  const last = read(lastDayOf(toIsoDay(other).slice(0, 7)));
  return toIsoDay({ ...other, day: Math.min(of, last.day) });
}

const moved = (day: string, days: number): string =>
  toIsoDay(fromDayNumber(toDayNumber(read(day)) + days));

/** 0: Sunday */
const weekdayOf = (day: string): number => (((toDayNumber(read(day)) + 4) % 7) + 7) % 7;

function Month({ value, today, min, max, onPick }: DayPickerProps) {
  const [at, setAt] = useState(value ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const [isKeyed, setKeyed] = useState(true);
  // the day that the keyboard is on has the focus, also when the calendar opens
  useEffect(() => {
    // the dialog opens after this, and would take the focus to its first button
    if (isKeyed)
      queueMicrotask(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }, [at, isKeyed]);
  const isIn = (day: string) => (!min || day >= min) && (!max || day <= max);
  const press = (event: KeyboardEvent) => {
    const to = keyed(event, at);
    if (to === null) return;
    event.preventDefault();
    setKeyed(true);
    setAt(to);
  };
  const step = (months: number) => {
    setKeyed(false);
    setAt(shifted(at, months));
  };
  return (
    <>
      <Steps at={at} step={step} />
      <table class="day-grid" ref={grid} onKeyDown={press}>
        <Weekdays />
        <tbody>
          {weeksOf(at.slice(0, 7)).map((week) => (
            <tr key={week[0]}>
              {week.map((day, column) => (
                <td key={day || column}>
                  {day && (
                    <Day
                      day={day}
                      isAt={day === at}
                      isChosen={day === value}
                      isToday={day === today}
                      onPick={isIn(day) ? () => onPick(day) : undefined}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Where a key leads; null: nowhere. */
function keyed({ key, shiftKey }: KeyboardEvent, at: string): string | null {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  if (days !== undefined) return moved(at, days);
  if (key === 'Home') return moved(at, -weekdayOf(at));
  if (key === 'End') return moved(at, 6 - weekdayOf(at));
  const months = { PageUp: -1, PageDown: 1 }[key];
  return months === undefined ? null : shifted(at, months * (shiftKey ? 12 : 1));
}

/** Rows of seven; empty where a day is of another month. */
function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const length = read(lastDayOf(month)).day;
  const cells = [
    ...Array<string>(weekdayOf(first)).fill(''),
    ...Array.from({ length }, (_, index) => moved(first, index)),
  ];
  while (cells.length % 7 !== 0) cells.push('');
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}

interface DayProps {
  readonly day: string;
  readonly isAt: boolean;
  readonly isChosen: boolean;
  readonly isToday: boolean;
  /** absent: it cannot be chosen */
  readonly onPick: (() => void) | undefined;
}

function Day({ day, isAt, isChosen, isToday, onPick }: DayProps) {
  const { lang } = useI18n();
  return (
    <button
      type="button"
      class={isChosen ? 'day on' : isToday ? 'day now' : 'day'}
      tabIndex={isAt ? 0 : -1}
      aria-label={formatDay(day, lang)}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      aria-disabled={onPick ? undefined : 'true'}
      onClick={onPick}
    >
      {read(day).day}
    </button>
  );
}

interface StepsProps {
  readonly at: string;
  readonly step: (months: number) => void;
}

function Steps({ at, step }: StepsProps) {
  const { t, lang } = useI18n();
  const words = t.common.calendar;
  const { year } = read(at);
  const month = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
  return (
    <div class="day-steps" aria-live="polite">
      <IconButton icon={chevronLeft} label={words.yearBefore} onClick={() => step(-12)} />
      <strong>{words.year(String(year + buddhistYears), String(year))}</strong>
      <IconButton icon={chevronRight} label={words.yearAfter} onClick={() => step(12)} />
      <IconButton icon={chevronLeft} label={words.monthBefore} onClick={() => step(-1)} />
      <strong>{month.format(new Date(`${at}T00:00:00Z`))}</strong>
      <IconButton icon={chevronRight} label={words.monthAfter} onClick={() => step(1)} />
    </div>
  );
}

function Weekdays() {
  const { t, lang } = useI18n();
  const long = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  return (
    <thead>
      <tr>
        {t.common.calendar.weekdays.map((name, at) => (
          // the fourth of January 1970 was a Sunday
          <th key={name} scope="col" abbr={long.format(new Date(Date.UTC(1970, 0, 4 + at)))}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
