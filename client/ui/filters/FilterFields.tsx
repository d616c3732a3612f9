// Filters to choose from and chips to take away: the same above the figures and above the queue of reviews.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Filters } from '../../../shared/api/figures.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../Icon.tsx';
import { filter as filterIcon, x } from '../icons.ts';
import { DayFilter } from './DayFilter.tsx';
import { AreaSelect, ValueSelects } from './FilterSelects.tsx';
import './filter-bar.css';
import { activeFilters } from './filter-words.ts';

interface FilterFieldsProps {
  readonly filters: Filters;
  readonly scope: Scope | undefined;
  readonly onFilters: (filters: Filters) => void;
  /** before the filters */
  readonly first?: ComponentChildren;
  /** behind them */
  readonly tools?: ComponentChildren;
  /** on a phone, before the chips */
  readonly title?: string | null | undefined;
}

export function FilterFields({
  filters,
  scope,
  onFilters,
  first,
  tools,
  title,
}: FilterFieldsProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <section class="filters no-print" aria-label={t.dashboard.filters}>
      <div class="wrap">
        <div class="phone-only">
          <button
            type="button"
            class="btn dense"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon of={filterIcon} small />
            {t.dashboard.filters}
          </button>
        </div>
        <div class={open ? 'filter-fields open' : 'filter-fields'}>
          {first}
          <AreaSelect filters={filters} scope={scope} onFilters={onFilters} />
          <ValueSelects filters={filters} onFilters={onFilters} />
          <DayFilter filters={filters} onFilters={onFilters} />
          {tools && <div class="filter-tools">{tools}</div>}
        </div>
        <FiltersChosen filters={filters} title={title} onFilters={onFilters} />
      </div>
    </section>
  );
}

type FiltersChosenProps = Pick<FilterFieldsProps, 'filters' | 'title' | 'onFilters'>;

function FiltersChosen({ filters, title, onFilters }: FiltersChosenProps) {
  const speech = useI18n();
  const { t } = speech;
  const active = activeFilters(filters, speech);
  const hasArea = active.some(({ name }) => name === 'province' || name === 'region');
  return (
    <div class={active.length === 0 ? 'chips phone-only' : 'chips'}>
      {title && <span class="chip round phone-only">{title}</span>}
      {!hasArea && <span class="chip phone-only">{t.dashboard.wholeCountry}</span>}
      {active.map((one) => (
        <button
          key={`${one.name} ${one.words}`}
          type="button"
          class="chip"
          aria-label={t.dashboard.removeFilter(one.words)}
          onClick={() => onFilters(one.without)}
        >
          {one.words}
          <Icon of={x} small />
        </button>
      ))}
      {active.length > 1 && (
        <button type="button" class="chip-clear" onClick={() => onFilters({})}>
          {t.dashboard.clearFilters}
        </button>
      )}
    </div>
  );
}
