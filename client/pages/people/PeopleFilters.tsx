import { rolesToGive } from '../../../shared/people/managing.ts';
import { useOffices } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { ChosenFilter } from '../../ui/filters/ChosenFilter.tsx';
import { TypedFilter } from '../../ui/filters/TypedFilter.tsx';
import { addressOfPeople, type PeopleFilterName, withPeopleFilter } from './people-filters.ts';
import { officeOptions } from './place-options.ts';

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
      <TypedFilter
        label={words.search}
        value={filters.get('q') ?? ''}
        onChange={(q) => set('q', q)}
      />
      {roles.length > 1 && (
        <ChosenFilter
          label={words.role}
          value={filters.get('role') ?? ''}
          any={words.anyRole}
          options={roles.map((role) => ({ value: role, label: t.shell.roles[role] }))}
          onChange={(role) => set('role', role)}
        />
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
