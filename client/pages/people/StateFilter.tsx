import { type PeopleCounts, personStates } from '../../../shared/api/people.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { addressOfPeople, withPeopleFilter } from './people-filters.ts';

interface StateFilterProps {
  readonly filters: URLSearchParams;
  /** null: not known yet */
  readonly counts: PeopleCounts | null;
}

/** Who may come in and who may not, each with how many. */
export function StateFilter({ filters, counts }: StateFilterProps) {
  const { t } = useI18n();
  const words = t.people;
  const shown = filters.get('state') ?? '';
  const all = counts && personStates.reduce((sum, state) => sum + counts[state], 0);
  const one = (state: string, word: string, count: number | null) => (
    <a
      key={state}
      href={`#${addressOfPeople(withPeopleFilter(filters, 'state', state))}`}
      aria-current={state === shown ? 'true' : undefined}
    >
      {word} {count !== null && <b>{formatNumber(count)}</b>}
    </a>
  );
  return (
    <nav class="state-filter" aria-label={words.byState}>
      {one('', words.all, all)}
      {personStates.map((state) => one(state, words.states[state], counts?.[state] ?? null))}
    </nav>
  );
}
