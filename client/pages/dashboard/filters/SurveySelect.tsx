import type { Filters } from '../../../../shared/api/figures.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { switchRound } from '../../../switch-round.ts';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { FilterSelect } from '../../../ui/filters/FilterSelect.tsx';

export interface SurveySelectProps {
  readonly filters: Filters;
  readonly surveys: readonly Survey[];
  readonly survey: Survey | null;
}

/** Which round is looked at: a choice, not a filter. */
export function SurveySelect({ filters, surveys, survey }: SurveySelectProps) {
  const { t, lang } = useI18n();
  return (
    <FilterSelect
      label={t.dashboard.survey}
      value={survey?.id ?? ''}
      any={survey === null ? t.dashboard.noSurvey : ''}
      onChange={(id) => switchRound(id, '/', addressOfFilters(filters))}
    >
      {surveys.map((one) => (
        <option key={one.id} value={one.id}>
          {nameIn(one, lang)}
        </option>
      ))}
    </FilterSelect>
  );
}
