// The offices: who answers for which place. One is added and changed in a dialog; none is ever removed.
import { useState } from 'preact/hooks';
import type { Office } from '../../../shared/api/offices.ts';
import { allNames, nameIn } from '../../../shared/text/names.ts';
import { refreshOffices, useOffices } from '../../data/offices.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { circleCheck, plus, x } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Tag } from '../../ui/Notice.tsx';
import { ScopeName } from '../../ui/ScopeName.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { OfficeForm } from './OfficeForm.tsx';
import './people.css';
import { SectionTabs } from './SectionTabs.tsx';

const shownOffices = 25;

export function OfficesPage() {
  const { t, lang } = useI18n();
  const words = t.people.offices;
  const { all, problem } = useOffices();
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Office | 'new' | null>(null);
  const found =
    all &&
    inOrder(
      all.filter((office) => isFound(office, text)),
      lang,
    );
  const title = all ? words.title(formatNumber(all.length)) : t.shell.titles.offices;
  const close = () => setEditing(null);
  return (
    <div class="wrap page people">
      <PageHead title={<Phrases text={title} />} text={words.lead}>
        <Button kind="primary" icon={plus} onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      </PageHead>
      <SectionTabs shown="offices" />
      <div class="people-filters">
        <TextInput label={words.search} type="search" value={text} onInput={setText} />
      </div>
      {problem && <ProblemState problem={problem} onRetry={() => void refreshOffices()} />}
      {!all && !problem && <LoadingState lines={8} />}
      {found?.length === 0 && <EmptyState title={words.none} text={words.noneWhy} />}
      {found && found.length > 0 && (
        <div class="panel mt4">
          <OfficeTable offices={found.slice(0, shownOffices)} onEdit={setEditing} />
          {found.length > shownOffices && (
            <p class="small muted mt2">
              {words.shown(formatNumber(shownOffices), formatNumber(found.length))}
            </p>
          )}
        </div>
      )}
      <Dialog
        open={editing !== null}
        title={
          editing === null || editing === 'new'
            ? words.addTitle
            : words.editTitle(nameIn(editing, lang))
        }
        onClose={close}
      >
        {editing && (
          <OfficeForm
            office={editing === 'new' ? null : editing}
            onSaved={() => {
              close();
              void refreshOffices();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

function isFound(office: Office, text: string): boolean {
  const sought = text.trim().toLowerCase();
  return [office.id, ...allNames(office)].some((one) => one.toLowerCase().includes(sought));
}

function inOrder(offices: readonly Office[], lang: 'th' | 'en'): readonly Office[] {
  const collator = new Intl.Collator(lang);
  return [...offices].sort((a, b) => collator.compare(nameIn(a, lang), nameIn(b, lang)));
}

interface OfficeTableProps {
  readonly offices: readonly Office[];
  readonly onEdit: (office: Office) => void;
}

function OfficeTable({ offices, onEdit }: OfficeTableProps) {
  const { t, lang } = useI18n();
  const words = t.people.offices;
  const columns: TableColumn<Office>[] = [
    {
      key: 'name',
      head: t.people.office,
      cell: (office) => (
        <>
          {nameIn(office, lang)}
          <small>{office.id}</small>
        </>
      ),
    },
    { key: 'place', head: words.place, cell: ({ place }) => <ScopeName scope={place} /> },
    {
      key: 'state',
      head: words.state,
      cell: ({ state }) =>
        state === 'active' ? (
          <Tag kind="ok" icon={circleCheck}>
            {words.states[state]}
          </Tag>
        ) : (
          <Tag kind="offline" icon={x}>
            {words.states[state]}
          </Tag>
        ),
    },
    {
      key: 'action',
      head: <span class="vh">{t.people.action}</span>,
      cell: (office) => {
        const name = nameIn(office, lang);
        const people = `#/admin/people?office=${encodeURIComponent(office.id)}`;
        return (
          <span class="row acts">
            <ButtonLink dense kind="quiet" label={words.peopleOf(name)} href={people}>
              {words.people}
            </ButtonLink>
            <Button dense label={t.people.editWhom(name)} onClick={() => onEdit(office)}>
              {t.people.edit}
            </Button>
          </span>
        );
      },
    },
  ];
  return (
    <div class="people-table">
      <DataTable
        caption={words.caption}
        captionHidden
        columns={columns}
        rows={offices}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
