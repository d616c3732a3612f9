import { useState } from 'preact/hooks';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { useRest } from './form-rest.ts';
import type { ControlProps } from './question-props.ts';

/** The day of the survey is never after today. */
export function DayField(props: ControlProps) {
  const { today } = props.around;
  const understood = useRest()?.parseDay(props.value, today).day ?? null;
  return <Day {...props} understood={understood} max={today} />;
}

export function DateField(props: ControlProps) {
  const { min, max } = props.question;
  return (
    <Day
      {...props}
      understood={useRest()?.parseDate(props.value).day ?? null}
      min={typeof min === 'string' ? min : undefined}
      max={typeof max === 'string' ? max : undefined}
    />
  );
}

interface DayProps extends ControlProps {
  readonly understood: string | null;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** Typed in any of the ways people write dates, or picked; the day that was understood stands below in both eras. */
function Day({ field, value, warnings, set, leave, around, understood, min, max }: DayProps) {
  const { t, lang } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const rest = useRest();
  return (
    <>
      <TextInput
        {...field}
        value={value}
        autoComplete="off"
        onInput={set}
        onLeave={leave}
        inside={
          <Button
            kind="quiet"
            dense
            label={t.collect.calendar}
            onClick={() => setOpen(rest !== null)}
          >
            {t.collect.calendarShort}
          </Button>
        }
      />
      {rest && (
        <rest.DayPicker
          title={t.collect.calendar}
          open={isOpen}
          value={understood}
          today={around.today}
          min={min}
          max={max}
          onPick={(day) => {
            set(formatDay(day, lang));
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
      <FieldNotes
        understood={
          understood && t.collect.dayUnderstood(formatDay(understood, lang), understood.slice(0, 4))
        }
        warnings={warnings}
      />
    </>
  );
}
