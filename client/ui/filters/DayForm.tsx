// The two ends of a range of days, typed; wrong ones are told after a first attempt.
import { useState } from 'preact/hooks';
import type { Filters } from '../../../shared/api/figures.ts';
import { readTypedDay } from '../../data/read-typed-day.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';
import { withFilter } from './change-filters.ts';

interface DayFormProps {
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

export function DayForm({ filters, onFilters }: DayFormProps) {
  const words = useI18n().t.dashboard;
  const { from, to, range } = useTypedDays(filters);
  const submit = (event: Event) => {
    event.preventDefault();
    const days = range();
    if (days !== null) onFilters(withDays(filters, days));
  };
  return (
    <form class="days-form" onSubmit={submit} noValidate>
      <TextInput label={words.from} hint={words.dayHint} {...from} />
      <TextInput label={words.to} {...to} />
      <p class="row mt4">
        <Button type="submit" dense kind="primary">
          {words.useDays}
        </Button>
        <Button
          dense
          kind="quiet"
          onClick={() => onFilters(withDays(filters, { from: null, to: null }))}
        >
          {words.anyDays}
        </Button>
      </p>
    </form>
  );
}

/** null = open at this end */
interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

function withDays(filters: Filters, { from, to }: DayRange): Filters {
  const start = withFilter(filters, 'from', from === null ? [] : [from]);
  return withFilter(start, 'to', to === null ? [] : [to]);
}

/** `range`: tries what is typed; null while it is no range. */
function useTypedDays(filters: Filters) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  const shown = (day: string | undefined) => (day === undefined ? '' : formatDay(day, lang));
  const [from, setFrom] = useState(shown(filters.from));
  const [to, setTo] = useState(shown(filters.to));
  const [tried, setTried] = useState(false);
  const days = { from: readTypedDay(from), to: readTypedDay(to) };
  const wrong = (raw: string, day: string | null | undefined) =>
    tried && day === undefined ? words.dayWrong(raw) : undefined;
  const turned = days.from && days.to && days.from > days.to ? words.daysTurned : undefined;
  return {
    from: { value: from, onInput: setFrom, error: wrong(from, days.from) },
    to: {
      value: to,
      onInput: setTo,
      error: wrong(to, days.to) ?? (tried ? turned : undefined),
    },
    range: (): DayRange | null => {
      setTried(true);
      if (days.from === undefined || days.to === undefined || turned) return null;
      return { from: days.from, to: days.to };
    },
  };
}
