// The filters above the figures: lists to choose from, chips to take away, the link to copy.

import { useState } from 'preact/hooks';
import type { Filters } from '../../../../shared/api/figures.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { check, filter as filterIcon, link, printer, x } from '../../../ui/icons.ts';
import { DayFilter } from './DayFilter.tsx';
import {
  AreaSelect,
  type FilterBarProps,
  SurveySelect,
  ValueSelects,
  type WithFilters,
} from './FilterSelects.tsx';
import './filter-bar.css';
import { activeFilters } from './filter-words.ts';

export function FilterBar(props: FilterBarProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { view, onChange } = props;
  const set = (filters: Filters) => onChange({ ...view, filters });
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
          <SurveySelect {...props} />
          <AreaSelect {...props} onFilters={set} />
          <ValueSelects filters={view.filters} onFilters={set} />
          <DayFilter filters={view.filters} onFilters={set} />
          <div class="filter-tools">
            <CopyLink />
            <Button dense icon={printer} onClick={() => print()}>
              {t.dashboard.print}
            </Button>
          </div>
        </div>
        <Chips {...props} onFilters={set} />
      </div>
    </section>
  );
}

function CopyLink() {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
      announce(t.dashboard.linkCopied);
      setTimeout(() => setCopied(false), 4000);
    } catch {
      // a browser may forbid it, for example without https
      announce(t.dashboard.linkNotCopied);
    }
  };
  return (
    <Button dense icon={copied ? check : link} onClick={() => void copy()}>
      {t.dashboard.copyLink}
    </Button>
  );
}

function Chips({ view, survey, onFilters }: FilterBarProps & WithFilters) {
  const speech = useI18n();
  const { t, lang } = speech;
  const active = activeFilters(view.filters, speech);
  const hasArea = active.some(({ name }) => name === 'province' || name === 'region');
  const name = survey && nameIn(survey, lang);
  return (
    <div class={active.length === 0 ? 'chips phone-only' : 'chips'}>
      {name && <span class="chip round phone-only">{name}</span>}
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
