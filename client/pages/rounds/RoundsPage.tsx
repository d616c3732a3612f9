// Every round, newest first; a new one is begun here.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Round } from '../../../shared/api/rounds.ts';
import { finalDayOf, firstDayOf } from '../../../shared/survey/round-days.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { navigate } from '../../router.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { plus } from '../../ui/icons.ts';
import { PageHead } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { NewRoundForm } from './NewRoundForm.tsx';
import { RoundStateTag } from './RoundStateTag.tsx';
import './rounds.css';

export function RoundsPage() {
  const { t } = useI18n();
  const words = t.rounds;
  const { data, error, refetch } = useQuery(paths.rounds());
  const [isAdding, setAdding] = useState(false);
  return (
    <div class="wrap page rounds">
      <PageHead title={t.shell.titles.rounds} text={words.lead}>
        <Button kind="primary" icon={plus} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </PageHead>
      {error && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={6} />}
      {data?.items.length === 0 && <EmptyState title={words.none} text={words.noneWhy} />}
      {data && data.items.length > 0 && (
        <div class="panel mt4">
          <RoundTable rounds={data.items} />
        </div>
      )}
      <Dialog open={isAdding} title={words.add} onClose={() => setAdding(false)}>
        <NewRoundForm
          rounds={data?.items ?? []}
          onAdded={(id) => navigate(`/admin/rounds/${encodeURIComponent(id)}`)}
        />
      </Dialog>
    </div>
  );
}

function RoundTable({ rounds }: { readonly rounds: readonly Round[] }) {
  const { t, lang } = useI18n();
  const words = t.rounds;
  const columns: TableColumn<Round>[] = [
    {
      key: 'name',
      head: words.name,
      cell: (round) => (
        <>
          <a href={`#/admin/rounds/${encodeURIComponent(round.id)}`}>{nameIn(round, lang)}</a>
          <small>{round.id}</small>
        </>
      ),
    },
    { key: 'days', head: words.days, cell: (round) => daysText(round, t, lang) },
    {
      key: 'state',
      head: words.state,
      cell: (round) => (
        <>
          <RoundStateTag round={round} />
          {round.hasDraft && round.state !== 'draft' && <small>{words.hasDraft}</small>}
        </>
      ),
    },
    { key: 'version', head: words.version, numeric: true, cell: ({ version }) => version || '–' },
  ];
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      columns={columns}
      rows={rounds}
      rowKey={({ id }) => id}
    />
  );
}

function daysText({ opensAt, closesAt }: Round, { rounds: words }: Messages, lang: Lang): string {
  const [first, final] = [firstDayOf(opensAt), finalDayOf(closesAt)];
  if (first && final) return words.fromUntil(formatDay(first, lang), formatDay(final, lang));
  if (first) return words.from(formatDay(first, lang));
  return final ? words.until(formatDay(final, lang)) : words.unlimited;
}
