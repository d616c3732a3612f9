// The range of days: typed as people write days, Buddhist years too.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Filters } from '../../../../shared/api/figures.ts';
import { formatDay } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { chevronDown } from '../../../ui/icons.ts';
import { TextInput } from '../../../ui/TextInput.tsx';
import { withFilter } from '../view.ts';
import { readDay } from './read-day.ts';

interface DayFilterProps {
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

export function DayFilter({ filters, onFilters }: DayFilterProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const box = useRef<HTMLDetailsElement>(null);
  const isSet = filters.from !== undefined || filters.to !== undefined;
  const close = () => {
    if (box.current) box.current.open = false;
    box.current?.querySelector('summary')?.focus();
  };
  useCloseOutside(box);
  return (
    <div class="filter wide">
      <span id="filter-days">{words.dates}</span>
      <details
        ref={box}
        class="days"
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      >
        <summary class={isSet ? 'sel on' : 'sel'} aria-labelledby="filter-days filter-days-value">
          <span id="filter-days-value">{rangeWords(filters, speech)}</span>
          <Icon of={chevronDown} small />
        </summary>
        <DayForm
          key={`${filters.from} ${filters.to}`}
          filters={filters}
          onFilters={(next) => {
            close();
            onFilters(next);
          }}
        />
      </details>
    </div>
  );
}

function useCloseOutside(box: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (box.current?.open && !box.current.contains(event.target as Node))
        box.current.open = false;
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [box]);
}

function rangeWords({ from, to }: Filters, { t, lang }: Speech): string {
  if (from !== undefined && to !== undefined) {
    return `${formatDay(from, lang)} – ${formatDay(to, lang)}`;
  }
  if (from !== undefined) return t.dashboard.since(formatDay(from, lang));
  return to === undefined ? t.dashboard.anyDays : t.dashboard.until(formatDay(to, lang));
}

function DayForm({ filters, onFilters }: DayFilterProps) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  const shown = (day: string | undefined) => (day === undefined ? '' : formatDay(day, lang));
  const [from, setFrom] = useState(shown(filters.from));
  const [to, setTo] = useState(shown(filters.to));
  const [tried, setTried] = useState(false);
  const days = { from: readDay(from), to: readDay(to) };
  const wrong = (raw: string, day: string | null | undefined) =>
    tried && day === undefined ? words.dayWrong(raw) : undefined;
  const turned = days.from && days.to && days.from > days.to ? words.daysTurned : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (days.from === undefined || days.to === undefined || turned) return;
    const start = withFilter(filters, 'from', days.from === null ? [] : [days.from]);
    onFilters(withFilter(start, 'to', days.to === null ? [] : [days.to]));
  };
  return (
    <form class="days-form" onSubmit={submit} noValidate>
      <TextInput
        label={words.from}
        hint={words.dayHint}
        value={from}
        onInput={setFrom}
        error={wrong(from, days.from)}
      />
      <TextInput
        label={words.to}
        value={to}
        onInput={setTo}
        error={wrong(to, days.to) ?? (tried ? turned : undefined)}
      />
      <p class="row mt4">
        <Button type="submit" dense kind="primary">
          {words.useDays}
        </Button>
        <Button
          dense
          kind="quiet"
          onClick={() => onFilters(withFilter(withFilter(filters, 'from', []), 'to', []))}
        >
          {words.anyDays}
        </Button>
      </p>
    </form>
  );
}
