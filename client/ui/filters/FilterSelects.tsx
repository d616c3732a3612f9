// The lists of the filters: the area, and filters with a few values.

import type { FilterName, Filters } from '../../../shared/api/figures.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { provincesInView } from '../../../shared/figures/provinces-in-view.ts';
import { regions } from '../../../shared/places/provinces.ts';
import { areaOf } from '../../../shared/places/scope.ts';
import { strategies, strategyNames } from '../../../shared/survey/strategies.ts';
import { compareThai } from '../../../shared/text/thai.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { areaName, placeName, strategyName } from '../../i18n/names.ts';
import { filterValues, withArea, withFilter } from './change-filters.ts';
import { FilterSelect } from './FilterSelect.tsx';
import { respondentWord } from './filter-words.ts';
import { SeverityFilter } from './SeverityFilter.tsx';

export interface WithFilters {
  readonly onFilters: (filters: Filters) => void;
}

interface AreaSelectProps extends WithFilters {
  readonly filters: Filters;
  readonly scope: Scope | undefined;
}

export function AreaSelect({ filters, scope, onFilters }: AreaSelectProps) {
  const { t, lang } = useI18n();
  const chosen = [...filterValues(filters, 'region'), ...filterValues(filters, 'province')];
  const open = provincesInView({}, scope);
  return (
    <FilterSelect
      label={t.dashboard.area}
      value={chosen[0] ?? ''}
      any={open.length === 1 ? placeName(open[0]?.code ?? '', lang) : anyArea(scope, lang, t)}
      several={chosen.length > 1 ? areaName(filters, lang, t) : undefined}
      onChange={(id) =>
        onFilters(
          withArea(filters, id === '' ? null : id.startsWith('TH-') ? 'province' : 'region', id),
        )
      }
    >
      {regions.map((region) => {
        const members = open.filter((province) => province.region === region.id);
        if (members.length === 0) return null;
        const name = placeName(region.id, lang);
        const sorted = members
          .map(({ code }) => ({ code, name: placeName(code, lang) }))
          .toSorted((a, b) => compareThai(a.name, b.name));
        return (
          <optgroup key={region.id} label={name}>
            <option value={region.id}>{t.dashboard.wholeRegion(name)}</option>
            {sorted.map((province) => (
              <option key={province.code} value={province.code}>
                {province.name}
              </option>
            ))}
          </optgroup>
        );
      })}
    </FilterSelect>
  );
}

function anyArea(
  scope: Scope | undefined,
  lang: Parameters<typeof placeName>[1],
  t: Parameters<typeof areaName>[2],
): string {
  const area = scope ? areaOf(scope) : null;
  return area === null ? t.dashboard.wholeCountry : placeName(area, lang);
}

export function ValueSelects({ filters, onFilters }: { readonly filters: Filters } & WithFilters) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.dashboard;
  const common = (name: FilterName) => {
    const values = filterValues(filters, name);
    return {
      value: values[0] ?? '',
      several: values.length > 1 ? words.several(String(values.length)) : undefined,
      onChange: (value: string) =>
        onFilters(withFilter(filters, name, value === '' ? [] : [value])),
    };
  };
  return (
    <>
      <FilterSelect label={words.strategy} any={words.anyStrategy} {...common('strategy')}>
        {strategies.map((strategy) => (
          <option key={strategy} value={strategy}>
            {strategyNames[strategy].no} {strategyName(strategy, lang)}
          </option>
        ))}
        <option value="none">{t.common.noStrategy}</option>
      </FilterSelect>
      <FilterSelect label={words.respondent} any={words.anyRespondent} {...common('respondent')}>
        {['agency', 'citizen', 'none'].map((value) => (
          <option key={value} value={value}>
            {respondentWord(value, speech)}
          </option>
        ))}
      </FilterSelect>
      <SeverityFilter filters={filters} onFilters={onFilters} />
    </>
  );
}
