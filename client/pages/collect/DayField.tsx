import { useRef } from 'preact/hooks';
import { parseDay } from '../../../shared/text/dates.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { SectionProps } from './PlaceFields.tsx';

interface DayFieldProps extends SectionProps {
  /** `YYYY-MM-DD` in Bangkok */
  readonly today: string;
}

/** Typed in any of the ways people write dates, or picked; the day that was understood stands below in both eras. */
export function DayField({ values, change, feedback, today }: DayFieldProps) {
  const { t, lang } = useI18n();
  const picker = useRef<HTMLInputElement>(null);
  const understood = parseDay(values.day, today).day;
  return (
    <>
      <TextInput
        id="f-day"
        label={t.collect.day}
        hint={t.collect.dayHint}
        error={feedback.error('f-day')}
        value={values.day}
        autoComplete="off"
        onInput={(day) => change({ day })}
        onLeave={() => feedback.leave('f-day')}
        inside={
          <Button
            kind="quiet"
            dense
            label={t.collect.calendar}
            onClick={() => open(picker.current)}
          >
            {t.collect.calendarShort}
          </Button>
        }
      />
      <input
        ref={picker}
        class="picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        max={today}
        value={understood ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value) change({ day: formatDay(value, lang) });
        }}
      />
      <FieldNotes
        understood={
          understood && t.collect.dayUnderstood(formatDay(understood, lang), understood.slice(0, 4))
        }
        warnings={feedback.warnings('f-day')}
      />
    </>
  );
}

function open(picker: HTMLInputElement | null): void {
  if (!picker) return;
  if (typeof picker.showPicker === 'function') picker.showPicker();
  else picker.focus();
}
