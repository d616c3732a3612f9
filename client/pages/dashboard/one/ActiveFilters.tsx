import type { Filters } from '../../../../shared/api/figures.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { activeFilters } from '../../../ui/filters/filter-words.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { x } from '../../../ui/icons.ts';

interface ActiveFiltersProps {
  readonly filters: Filters;
  readonly hrefWith: (filters: Filters) => string;
}

/** What else is filtered, each to be taken away. */
export function ActiveFilters({ filters, hrefWith }: ActiveFiltersProps) {
  const speech = useI18n();
  const active = activeFilters(filters, speech);
  if (active.length === 0) return null;
  return (
    <p class="one-filters">
      {active.map(({ words, without }) => (
        <a
          key={words}
          class="chip"
          href={hrefWith(without)}
          aria-label={speech.t.dashboard.removeFilter(words)}
        >
          {words}
          <Icon of={x} small />
        </a>
      ))}
    </p>
  );
}
