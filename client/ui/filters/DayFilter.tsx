// The range of days: typed as people write days, Buddhist years too.
import { useRef } from 'preact/hooks';
import type { Filters } from '../../../shared/api/figures.ts';
import { formatDay } from '../../i18n/format.ts';
import { type Speech, useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../Icon.tsx';
import { chevronDown } from '../icons.ts';
import { useCloseOutside } from './close-outside.ts';
import { DayForm } from './DayForm.tsx';

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
          <span id="filter-days-value">{daysInWords(filters, speech)}</span>
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

function daysInWords({ from, to }: Filters, { t, lang }: Speech): string {
  if (from !== undefined && to !== undefined) {
    return `${formatDay(from, lang)} – ${formatDay(to, lang)}`;
  }
  if (from !== undefined) return t.dashboard.since(formatDay(from, lang));
  return to === undefined ? t.dashboard.anyDays : t.dashboard.until(formatDay(to, lang));
}
