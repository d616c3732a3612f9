import { batchStates } from '../../../shared/api/batches.ts';
import { isScopeWithin } from '../../../shared/places/scope.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useOffices } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { ChosenFilter } from '../../ui/filters/ChosenFilter.tsx';
import { TypedFilter } from '../../ui/filters/TypedFilter.tsx';
import { addressOfBatches, type BatchFilterName } from './batch-filters.ts';

/** Words, state and office; the address holds them. */
export function BatchFilters({ query }: { readonly query: URLSearchParams }) {
  const { t, lang } = useI18n();
  const words = t.batches.list;
  const { user } = useSession();
  const { all = [] } = useOffices();
  const offices = all.filter(({ place }) => user && isScopeWithin(place, user.scope));
  const set = (name: BatchFilterName, value: string) => {
    if ((query.get(name) ?? '') === value) return;
    navigate(addressOfBatches(query, name, value), { replace: true });
  };
  return (
    <search class="batch-filters">
      <TypedFilter
        label={words.search}
        value={query.get('q') ?? ''}
        onChange={(q) => set('q', q)}
      />
      <ChosenFilter
        label={words.state}
        value={query.get('state') ?? ''}
        any={words.anyState}
        options={batchStates.map((state) => ({
          value: state,
          label: state === 'done' ? words.doneState : t.batches.states[state],
        }))}
        onChange={(state) => set('state', state)}
      />
      {offices.length > 1 && (
        <ChosenFilter
          label={words.office}
          value={query.get('office') ?? ''}
          any={words.anyOffice}
          options={offices.map((one) => ({ value: one.id, label: nameIn(one, lang) }))}
          onChange={(office) => set('office', office)}
        />
      )}
    </search>
  );
}
