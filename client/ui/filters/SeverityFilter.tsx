// Levels of severity: several may be chosen, and the severe ones with one press.
import { useRef } from 'preact/hooks';
import type { Filters } from '../../../shared/api/figures.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../Icon.tsx';
import { chevronDown } from '../icons.ts';
import { filterValues, withFilter } from './change-filters.ts';
import { useCloseOutside } from './close-outside.ts';
import { severeLevels, severitiesWord, severityWord } from './filter-words.ts';

interface SeverityFilterProps {
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

const levels = ['5', '4', '3', '2', '1', 'none'];

export function SeverityFilter({ filters, onFilters }: SeverityFilterProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const box = useRef<HTMLDetailsElement>(null);
  const chosen = filterValues(filters, 'severity');
  const set = (values: readonly string[]) =>
    onFilters(withFilter(filters, 'severity', values.toSorted()));
  useCloseOutside(box);
  return (
    <div class="filter">
      <span id="filter-severity">{words.severity}</span>
      <details
        ref={box}
        class="hangs"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !box.current) return;
          box.current.open = false;
          box.current.querySelector('summary')?.focus();
        }}
      >
        <summary
          class={chosen.length > 0 ? 'sel on' : 'sel'}
          aria-labelledby="filter-severity filter-severity-value"
        >
          <span id="filter-severity-value">
            {chosen.length === 0 ? words.anySeverity : severitiesWord(chosen, speech)}
          </span>
          <Icon of={chevronDown} small />
        </summary>
        <fieldset class="hanging levels" aria-labelledby="filter-severity">
          <p class="row">
            <button type="button" class="btn dense" onClick={() => set(severeLevels)}>
              {words.severe}
            </button>
            <button type="button" class="btn dense quiet" onClick={() => set([])}>
              {words.anySeverity}
            </button>
          </p>
          {levels.map((level) => (
            <label key={level}>
              <input
                type="checkbox"
                checked={chosen.includes(level)}
                onChange={({ currentTarget }) =>
                  set(
                    currentTarget.checked
                      ? [...chosen, level]
                      : chosen.filter((one) => one !== level),
                  )
                }
              />
              {severityWord(level, speech)}
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
