// Filters to choose from and chips to take away: the same above the figures and above the queue of reviews.
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Filters } from '../../../shared/api/figures.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../Icon.tsx';
import { filter as filterIcon } from '../icons.ts';
import { addressOfFilters } from './change-filters.ts';
import { DayFilter } from './DayFilter.tsx';
import { AreaSelect, ValueSelects } from './FilterSelects.tsx';
import './filter-bar.css';
import { FiltersChosen } from './FiltersChosen.tsx';

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
  /** behind the chips, where there are any */
  readonly counted?: ComponentChildren;
  /** the chips stay in sight while the page is scrolled */
  readonly stays?: boolean;
}

export function FilterFields({
  filters,
  scope,
  onFilters,
  first,
  tools,
  title,
  counted,
  stays = false,
}: FilterFieldsProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const section = useRef<HTMLElement>(null);
  useStay(section);
  return (
    <section
      ref={section}
      class={
        stays && addressOfFilters(filters).size > 0 ? 'filters stays no-print' : 'filters no-print'
      }
      aria-label={t.dashboard.filters}
    >
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
        <FiltersChosen {...{ filters, scope, title, onFilters, counted }} />
      </div>
    </section>
  );
}

/** How far the section moves up before it stays: until nothing but its chips is seen. */
function useStay(section: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = section.current;
    if (box === null) return;
    const measure = () => {
      const chips = box.querySelector('.chips');
      const above = (chips?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top;
      box.style.setProperty('--above', `${Math.max(0, above - 10)}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [section]);
}
