import { useEffect, useState } from 'preact/hooks';
import { rolesToGive } from '../../../shared/people/managing.ts';
import { useOffices } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { addressOfPeople, type PeopleFilterName, withPeopleFilter } from './people-filters.ts';
import { officeOptions } from './place-options.ts';

/** the list is asked for when nothing more is typed */
const restMs = 300;

/** Words, role and office; the address holds them. */
export function PeopleFilters({ filters }: { readonly filters: URLSearchParams }) {
  const { t, lang } = useI18n();
  const { user } = useSession();
  const { all = [] } = useOffices();
  const words = t.people;
  const set = (name: PeopleFilterName, value: string) => {
    if ((filters.get(name) ?? '') === value) return;
    navigate(addressOfPeople(withPeopleFilter(filters, name, value)), { replace: true });
  };
  const roles = user ? rolesToGive(user) : [];
  const office = filters.get('office');
  const any = { value: '', label: words.anyOffice };
  return (
    <div class="people-filters">
      <Search value={filters.get('q') ?? ''} onChange={(q) => set('q', q)} />
      {roles.length > 1 && (
        <Field label={words.role}>
          {(control) => (
            <select
              {...control}
              class="inp"
              value={filters.get('role') ?? ''}
              onChange={(event) => set('role', event.currentTarget.value)}
            >
              <option value="">{words.anyRole}</option>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {t.shell.roles[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {user?.role === 'administrator' && (
        <Combobox
          label={words.office}
          value={office ?? ''}
          options={[any, ...officeOptions(all, office, lang)]}
          onChange={(value) => value !== null && set('office', value)}
        />
      )}
    </div>
  );
}

function Search({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (q: string) => void;
}) {
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
      label={t.people.search}
      type="search"
      value={text}
      maxLength={100}
      onInput={setText}
    />
  );
}
