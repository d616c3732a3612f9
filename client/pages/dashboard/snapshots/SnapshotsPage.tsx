// The snapshots of the round of which one may see everything.
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import type { SnapshotItem } from '../../../../shared/api/snapshots.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { PageProps } from '../../../page-props.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { PageHead } from '../../../ui/Layout.tsx';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { frozenView } from './frozen-view.ts';
import { snapshotHref } from './snapshot-href.ts';

export function SnapshotsPage({ query }: PageProps) {
  const { t } = useI18n();
  const words = t.snapshots;
  const { survey } = useSurvey();
  const after = query.get('after');
  const { data, error, refetch } = useQuery(
    survey ? withQuery(paths.snapshots(survey.id), { after }) : null,
  );
  return (
    <div class="wrap page">
      <PageHead title={t.shell.titles.snapshots} text={words.lead} />
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={6} />}
      {data?.items.length === 0 && (
        <EmptyState title={words.none} text={words.noneWhy}>
          <ButtonLink href="#/">{words.toOverview}</ButtonLink>
        </EmptyState>
      )}
      {data && data.items.length > 0 && <Snapshots items={data.items} />}
      <p class="row pager">
        {after !== null && (
          <ButtonLink dense href="#/snapshots">
            {words.newest}
          </ButtonLink>
        )}
        {data?.next != null && (
          <ButtonLink dense href={`#/snapshots?${new URLSearchParams({ after: data.next })}`}>
            {words.next}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}

function Snapshots({ items }: { readonly items: readonly SnapshotItem[] }) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.snapshots;
  return (
    <DataTable
      caption={t.shell.titles.snapshots}
      captionHidden
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: words.name,
          cell: (one) => (
            <>
              <a href={snapshotHref(one)}>{one.name}</a>
              <br />
              <small class="muted">{one.id}</small>
            </>
          ),
        },
        {
          key: 'view',
          head: words.view,
          wideOnly: true,
          cell: (one) => frozenView(one, speech),
        },
        {
          key: 'kept',
          head: words.kept,
          cell: ({ frozenAt }) => formatInstant(frozenAt, lang),
        },
        { key: 'by', head: words.by, wideOnly: true, cell: ({ by }) => by },
        {
          key: 'issues',
          head: words.issues,
          numeric: true,
          wideOnly: true,
          cell: ({ issues }) => formatNumber(issues),
        },
        {
          key: 'responses',
          head: words.responses,
          numeric: true,
          cell: ({ responses }) => formatNumber(responses),
        },
      ]}
    />
  );
}
