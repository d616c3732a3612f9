// The filters in use as chips: each is taken away by a press, and of areas and strategies another can be added.
import type { ComponentChildren } from 'preact';
import type { FilterName, Filters } from '../../../shared/api/figures.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { provincesInView } from '../../../shared/figures/provinces-in-view.ts';
import { regions } from '../../../shared/places/provinces.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { compareThai } from '../../../shared/text/thai.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../Icon.tsx';
import { x } from '../icons.ts';
import { filterValues, withFilter } from './change-filters.ts';
import { activeFilters, wordsOf } from './filter-words.ts';

interface FiltersChosenProps {
  readonly filters: Filters;
  readonly scope: Scope | undefined;
  readonly onFilters: (filters: Filters) => void;
  /** on a phone, before the chips */
  readonly title?: string | null | undefined;
  /** behind the chips, where there are any */
  readonly counted?: ComponentChildren;
}

export function FiltersChosen({ filters, scope, title, onFilters, counted }: FiltersChosenProps) {
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
          data-outcome
          aria-label={t.dashboard.removeFilter(one.words)}
          onClick={() => onFilters(one.without)}
        >
          {one.words}
          <Icon of={x} small />
        </button>
      ))}
      <AddValue name="province" {...{ filters, scope, onFilters }} />
      <AddValue name="region" {...{ filters, scope, onFilters }} />
      <AddValue name="strategy" {...{ filters, scope, onFilters }} />
      {active.length > 1 && (
        <button type="button" class="chip-clear" onClick={() => onFilters({})}>
          {t.dashboard.clearFilters}
        </button>
      )}
      {active.length > 0 && counted}
    </div>
  );
}

type AddedName = 'province' | 'region' | 'strategy';

interface AddValueProps extends Pick<FiltersChosenProps, 'filters' | 'scope' | 'onFilters'> {
  readonly name: AddedName;
}

/** One more of what is chosen already. */
function AddValue({ name, filters, scope, onFilters }: AddValueProps) {
  const speech = useI18n();
  const { dashboard: words } = speech.t;
  const chosen = filterValues(filters, name);
  if (chosen.length === 0) return null;
  const left = valuesOf(name, scope)
    .filter((value) => !chosen.includes(value))
    .map((value) => ({ value, label: wordsOf(name satisfies FilterName, value, speech) }));
  if (left.length === 0) return null;
  if (name === 'province') left.sort((a, b) => compareThai(a.label, b.label));
  const label = {
    province: words.addProvince,
    region: words.addRegion,
    strategy: words.addStrategy,
  }[name];
  return (
    <select
      class="chip-add"
      aria-label={label}
      value=""
      onChange={({ currentTarget }) => {
        const added = [...chosen, currentTarget.value].toSorted();
        currentTarget.value = '';
        onFilters(withFilter(filters, name, added));
      }}
    >
      <option value="">+ {label}</option>
      {left.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

function valuesOf(name: AddedName, scope: Scope | undefined): readonly string[] {
  const open = provincesInView({}, scope);
  if (name === 'province') return open.map(({ code }) => code);
  if (name === 'strategy') return strategies;
  return regions.map(({ id }) => id).filter((id) => open.some(({ region }) => region === id));
}
