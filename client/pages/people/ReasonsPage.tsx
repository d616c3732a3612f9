// Reasons that an office gives often when it sends a response back or rejects it: added, changed, retired, never removed.
import { useState } from 'preact/hooks';
import type { ReasonTemplate } from '../../../shared/api/offices.ts';
import { paths } from '../../../shared/api/paths.ts';
import type { User } from '../../../shared/api/session.ts';
import { labelIn, nameIn } from '../../../shared/text/names.ts';
import { useOfficeName, useOffices } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { plus } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import './people.css';
import { SectionTabs } from './SectionTabs.tsx';

export function ReasonsPage({ query }: PageProps) {
  const { user } = useSession();
  if (!user) return null;
  const office = (user.role === 'administrator' && query.get('office')) || user.office;
  return <Reasons key={office} office={office} user={user} />;
}

interface ReasonsProps {
  readonly office: string;
  readonly user: User;
}

function Reasons({ office, user }: ReasonsProps) {
  const { t, lang } = useI18n();
  const words = t.people.reasons;
  const officeName = useOfficeName();
  const { data, error, refetch } = useQuery(paths.reasonTemplates(office));
  const [editing, setEditing] = useState<ReasonTemplate | 'new' | null>(null);
  const close = () => setEditing(null);
  return (
    <div class="wrap page people">
      <PageHead title={<Phrases text={words.title(officeName(office, lang))} />} text={words.lead}>
        <Button kind="primary" icon={plus} onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      </PageHead>
      <SectionTabs shown="reasons" />
      {user.role === 'administrator' && <ChooseOffice office={office} />}
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={6} />}
      {data?.items.length === 0 && <EmptyState title={words.none} text={words.noneWhy} />}
      {data && data.items.length > 0 && (
        <section class="panel mt4">
          <ReasonList items={data.items} onEdit={setEditing} />
        </section>
      )}
      <Dialog
        open={editing !== null}
        title={editing === 'new' ? words.addTitle : words.editTitle}
        onClose={close}
      >
        {editing && (
          <ReasonForm
            office={office}
            reason={editing === 'new' ? null : editing}
            onSaved={() => {
              close();
              refetch();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

function ChooseOffice({ office }: { readonly office: string }) {
  const { t, lang } = useI18n();
  const { all = [] } = useOffices();
  return (
    <div class="people-filters">
      <Combobox
        id="reasons-office"
        label={t.people.office}
        value={office}
        options={all.map((one) => ({ value: one.id, label: nameIn(one, lang) }))}
        onChange={(id) => id && navigate(`/admin/reasons?office=${encodeURIComponent(id)}`)}
      />
    </div>
  );
}

interface ReasonListProps {
  readonly items: readonly ReasonTemplate[];
  readonly onEdit: (reason: ReasonTemplate) => void;
}

/** Those that are offered first. */
function ReasonList({ items, onEdit }: ReasonListProps) {
  const { t, lang } = useI18n();
  const inOrder = [
    ...items.filter(({ state }) => state === 'active'),
    ...items.filter(({ state }) => state === 'retired'),
  ];
  return (
    <ul class="list">
      {inOrder.map((one) => (
        <li key={one.id} class="row between">
          <span>
            {labelIn(one, lang)}
            {one.state === 'retired' && <small class="muted"> · {t.people.reasons.retired}</small>}
          </span>
          <Button dense label={t.people.editWhom(labelIn(one, lang))} onClick={() => onEdit(one)}>
            {t.people.edit}
          </Button>
        </li>
      ))}
    </ul>
  );
}
