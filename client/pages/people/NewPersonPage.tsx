// One more person; the link by which they set their password is shown at once.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { InvitedPerson } from '../../../shared/api/people.ts';
import { api } from '../../data/api.ts';
import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import './people.css';
import { useSending } from '../../data/use-sending.ts';
import { PersonForm, type PersonSent } from './PersonForm.tsx';
import { placeValue } from './place-options.ts';

export function NewPersonPage() {
  const { t } = useI18n();
  const { user } = useSession();
  const words = t.people.form;
  const { busy, failure, send } = useSending();
  const [invited, setInvited] = useState<InvitedPerson | null>(null);
  if (!user) return null;
  const add = async (person: PersonSent) => {
    const reply = await send(() => api(paths.people(), { method: 'POST', body: person }));
    if (reply && 'person' in reply) setInvited(reply);
  };
  const isOfficer = user.role === 'officer';
  const initial = {
    username: '',
    name: '',
    role: 'enumerator',
    office: isOfficer ? user.office : null,
    scope: isOfficer ? placeValue(user.scope) : null,
    email: '',
  } as const;
  return (
    <div class="wrap page people">
      <PageHead
        crumb={<WayBack list="/admin/people" word={t.people.back} />}
        title={<Phrases text={words.addTitle} />}
        text={words.addLead}
      />
      <section class="panel">
        <PersonForm
          manager={user}
          initial={initial}
          isNew
          busy={busy}
          failure={failure}
          onSend={(person) => void add(person)}
        />
      </section>
      <LinkDialog
        invited={invited}
        onClose={() => {
          setInvited(null);
          navigate('/admin/people', { replace: true });
        }}
      />
    </div>
  );
}
