import { paths } from '../../../shared/api/paths.ts';
import type { InvitedPerson, Person } from '../../../shared/api/people.ts';
import { api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useOfficeName } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScopeName } from '../../ui/ScopeName.tsx';
import { StateTag } from './StateTag.tsx';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly onChanged: () => void;
  readonly onInvited: (invited: InvitedPerson) => void;
}

export function PeopleTable({ people, onChanged, onInvited }: PeopleTableProps) {
  const { t } = useI18n();
  const sending = useSending();
  const columns = useColumns();
  const invite = async ({ username }: Person) => {
    const invited = await sending.send(() =>
      api(paths.personInvitation(username), { method: 'POST' }),
    );
    if (invited) onInvited(invited);
  };
  const enable = async ({ username, name }: Person) => {
    const path = paths.person(username);
    const done = await sending.send(() =>
      api(path, { method: 'PATCH', body: { disabled: false } }),
    );
    if (!done) return;
    announce(t.people.person.enabledNow(name));
    onChanged();
  };
  const action: TableColumn<Person> = {
    key: 'action',
    head: <span class="vh">{t.people.action}</span>,
    cell: (person) => <Action person={person} onInvite={invite} onEnable={enable} />,
  };
  return (
    <>
      {sending.failure && (
        <Notice kind="error" live>
          {failureText(sending.failure, t)}
        </Notice>
      )}
      <div class="people-table">
        <DataTable
          caption={t.people.caption}
          captionHidden
          columns={[...columns, action]}
          rows={people}
          rowKey={({ username }) => username}
        />
      </div>
    </>
  );
}

function useColumns(): readonly TableColumn<Person>[] {
  const { t, lang } = useI18n();
  const { user } = useSession();
  const officeName = useOfficeName();
  const words = t.people;
  return [
    {
      key: 'name',
      head: words.name,
      cell: ({ username, name }) => (
        <>
          <a href={`#/admin/people/${username}`}>{name}</a>{' '}
          {username === user?.username && <span class="you">{words.you}</span>}
          <small>{username}</small>
        </>
      ),
    },
    { key: 'role', head: words.role, cell: ({ role }) => t.shell.roles[role] },
    {
      key: 'office',
      head: words.officeAndPlace,
      cell: ({ office, scope }) => (
        <>
          {officeName(office, lang)}
          <small>
            <ScopeName scope={scope} />
          </small>
        </>
      ),
    },
    { key: 'state', head: words.state, cell: (person) => <StateTag person={person} /> },
    {
      key: 'seen',
      head: words.seen,
      wideOnly: true,
      cell: ({ seenAt }) =>
        seenAt ? <time dateTime={seenAt}>{formatInstant(seenAt, lang)}</time> : words.never,
    },
  ];
}

interface ActionProps {
  readonly person: Person;
  readonly onInvite: (person: Person) => Promise<void>;
  readonly onEnable: (person: Person) => Promise<void>;
}

/** What somebody needs most: a link, to be let in again, or only to be looked at. */
function Action({ person, onInvite, onEnable }: ActionProps) {
  const { t } = useI18n();
  const { username, name, state } = person;
  const words = t.people;
  if (state === 'disabled')
    return (
      <Button dense label={words.enableWhom(name)} onClick={() => void onEnable(person)}>
        {words.enable}
      </Button>
    );
  if (state !== 'active')
    return (
      <Button dense label={words.newLinkFor(name)} onClick={() => void onInvite(person)}>
        {words.newLink}
      </Button>
    );
  return (
    <ButtonLink dense kind="quiet" label={words.editWhom(name)} href={`#/admin/people/${username}`}>
      {words.edit}
    </ButtonLink>
  );
}
