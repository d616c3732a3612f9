// One person: what they are and may, how they come in, and whether they may at all.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { InvitedPerson, Person } from '../../../shared/api/people.ts';
import type { User } from '../../../shared/api/session.ts';
import { api } from '../../data/api.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { announce } from '../../ui/Announcer.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import './people.css';
import { useSending } from '../../data/use-sending.ts';
import { PersonAccess } from './PersonAccess.tsx';
import { PersonForm, type PersonSent } from './PersonForm.tsx';
import { placeValue } from './place-options.ts';

export function PersonPage({ params }: PageProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const person = useQuery(paths.person(encodeURIComponent(params.username ?? '')));
  const [invited, setInvited] = useState<InvitedPerson | null>(null);
  const { data, error } = person;
  return (
    <div class="wrap page people">
      <PageHead
        crumb={<WayBack list="/admin/people" word={t.people.back} />}
        title={<Phrases text={data?.name ?? t.shell.titles.person} />}
        text={data?.username}
      />
      {error && <ProblemState problem={error} onRetry={person.refetch} />}
      {!data && !error && <LoadingState lines={8} />}
      {data && user && (
        <div class="person-grid">
          <section class="panel">
            <Edit key={data.username} manager={user} person={data} onSaved={person.replace} />
          </section>
          <PersonAccess
            person={data}
            onChanged={person.replace}
            onInvited={(one) => {
              person.replace(one.person);
              setInvited(one);
            }}
          />
        </div>
      )}
      <LinkDialog invited={invited} onClose={() => setInvited(null)} />
    </div>
  );
}

interface EditProps {
  readonly manager: User;
  readonly person: Person;
  readonly onSaved: (person: Person) => void;
}

function Edit({ manager, person, onSaved }: EditProps) {
  const { t } = useI18n();
  const { busy, failure, send } = useSending();
  const [isSaved, setSaved] = useState(false);
  const save = async ({ username: _username, ...change }: PersonSent) => {
    setSaved(false);
    const path = paths.person(person.username);
    const after = await send(() => api(path, { method: 'PATCH', body: change }));
    if (!after) return;
    setSaved(true);
    announce(t.people.form.saved);
    onSaved(after);
  };
  const { username, name, role, office, scope, email } = person;
  return (
    <>
      {isSaved && <Notice kind="ok">{t.people.form.saved}</Notice>}
      <PersonForm
        manager={manager}
        initial={{ username, name, role, office, scope: placeValue(scope), email: email ?? '' }}
        isNew={false}
        busy={busy}
        failure={failure}
        onSend={(change) => void save(change)}
      />
    </>
  );
}
