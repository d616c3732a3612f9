import { useEffect, useState } from 'preact/hooks';
import { batchStates } from '../../../shared/api/batches.ts';
import { isScopeWithin } from '../../../shared/places/scope.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useOffices } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { addressOfBatches, type BatchFilterName } from './batch-filters.ts';

/** the list is asked for when nothing more is typed */
const restMs = 300;

/** Words, state and office; the address holds them. */
export function BatchFilters({ query }: { readonly query: URLSearchParams }) {
  const { t, lang } = useI18n();
  const words = t.batches.list;
  const { user } = useSession();
  const { all = [] } = useOffices();
  const offices = all.filter(({ place }) => user && isScopeWithin(place, user.scope));
  const office = query.get('office') ?? '';
  const set = (name: BatchFilterName, value: string) => {
    if ((query.get(name) ?? '') === value) return;
    navigate(addressOfBatches(query, name, value), { replace: true });
  };
  return (
    <search class="batch-filters">
      <Search value={query.get('q') ?? ''} onChange={(q) => set('q', q)} />
      <Field label={words.state}>
        {(control) => (
          <select
            {...control}
            class="inp"
            value={query.get('state') ?? ''}
            onChange={(event) => set('state', event.currentTarget.value)}
          >
            <option value="">{words.anyState}</option>
            {batchStates.map((state) => (
              <option key={state} value={state}>
                {state === 'done' ? words.doneState : t.batches.states[state]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {offices.length > 1 && (
        <Field label={words.office}>
          {(control) => (
            <select
              {...control}
              class="inp"
              value={office}
              onChange={(event) => set('office', event.currentTarget.value)}
            >
              <option value="">{words.anyOffice}</option>
              {offices.map((one) => (
                <option key={one.id} value={one.id}>
                  {nameIn(one, lang)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </search>
  );
}

interface SearchProps {
  readonly value: string;
  readonly onChange: (q: string) => void;
}

function Search({ value, onChange }: SearchProps) {
  const { t } = useI18n();
  const [text, setText] = useState(value);
  // when the filters are cleared elsewhere
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const timer = setTimeout(() => onChange(text.trim()), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      label={t.batches.list.search}
      type="search"
      value={text}
      maxLength={100}
      onInput={setText}
    />
  );
}
