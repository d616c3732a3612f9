import type { NewRule } from '../../../shared/api/rules.ts';
import { regionIds } from '../../../shared/places/provinces.ts';
import { respondentTypes } from '../../../shared/survey/response.ts';
import { strategies, strategyNames } from '../../../shared/survey/strategies.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName, strategyName } from '../../i18n/names.ts';
import { ChosenFilter } from '../../ui/filters/ChosenFilter.tsx';
import { respondentWord } from '../../ui/filters/filter-words.ts';

interface FiltersProps {
  readonly filters: NewRule['filters'];
  readonly onChange: (filters: NewRule['filters']) => void;
}

/** What a rule holds to beside its words: one of each, or any; what else one has by the API stays. */
export function RuleFilters({ filters, onChange }: FiltersProps) {
  const { t, lang } = useI18n();
  const words = t.plan.rules;
  const set = (name: 'strategy' | 'region' | 'respondent', value: string) => {
    const { [name]: _before, ...others } = filters;
    onChange(value === '' ? others : { ...others, [name]: [value] });
  };
  return (
    <div class="rule-filters">
      <ChosenFilter
        label={words.strategy}
        value={filters.strategy?.[0] ?? ''}
        any={words.anyStrategy}
        options={strategies.map((value) => ({
          value,
          label: `${strategyNames[value].no} ${strategyName(value, lang)}`,
        }))}
        onChange={(value) => set('strategy', value)}
      />
      <ChosenFilter
        label={words.region}
        value={filters.region?.[0] ?? ''}
        any={words.anyRegion}
        options={regionIds.map((value) => ({ value, label: placeName(value, lang) }))}
        onChange={(value) => set('region', value)}
      />
      <ChosenFilter
        label={words.respondent}
        value={filters.respondent?.[0] ?? ''}
        any={words.anyRespondent}
        options={respondentTypes.map((value) => ({
          value,
          label: respondentWord(value, { t, lang }),
        }))}
        onChange={(value) => set('respondent', value)}
      />
    </div>
  );
}
