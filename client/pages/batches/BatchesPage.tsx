// Every file the office has sent in this round, newest first.
import { useEffect } from 'preact/hooks';
import type { Batch, PageOfBatches } from '../../../shared/api/batches.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { useOfficeName } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { refreshSurvey, useSurvey } from '../../data/survey.ts';
import { type QueryState, useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { fileSpreadsheet, upload } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import './batches.css';
import { BatchStateTag } from '../../ui/BatchStateTag.tsx';
import { batchCounts } from '../../ui/batch-counts.tsx';
import { BatchFilters } from './BatchFilters.tsx';
import { addressOfBatches, batchFilterNames, isFiltered } from './batch-filters.ts';
import './difference.css';

export function BatchesPage({ query }: PageProps) {
  const { t } = useI18n();
  const { survey, error } = useSurvey();
  const after = query.get('after');
  const batches = useQuery(
    survey ? withQuery(paths.batches(survey.id), { limit: 20, after, ...filtersOf(query) }) : null,
  );
  useRefreshWhileLoading(batches);
  const words = t.batches.list;
  return (
    <div class="wrap page batches">
      <PageHead title={<Phrases text={words.title} />} text={words.lead}>
        <ButtonLink kind="primary" icon={upload} href="#/batches/new">
          {words.send}
        </ButtonLink>
      </PageHead>
      {error && !survey && <ProblemState problem={error} onRetry={() => void refreshSurvey()} />}
      {batches.error && <ProblemState problem={batches.error} onRetry={batches.refetch} />}
      {!batches.data && batches.loading && <LoadingState lines={8} />}
      <BatchFilters query={query} />
      {batches.data && <List page={batches.data} query={query} />}
    </div>
  );
}

/** A file that is being read changes by itself. */
function useRefreshWhileLoading({ data, refetch }: QueryState<PageOfBatches>): void {
  useEffect(() => {
    if (!data?.items.some((batch) => batch.state === 'loading')) return;
    const timer = setTimeout(refetch, 2000);
    return () => clearTimeout(timer);
  }, [data, refetch]);
}

const filtersOf = (query: URLSearchParams) =>
  Object.fromEntries(batchFilterNames.map((name) => [name, query.get(name)]));

interface ListProps {
  readonly page: PageOfBatches;
  readonly query: URLSearchParams;
}

function List({ page, query }: ListProps) {
  const { t } = useI18n();
  const words = t.batches.list;
  const columns = useColumns();
  const isFirst = !query.has('after');
  if (page.items.length === 0 && isFiltered(query)) return <NoneFound page={page} query={query} />;
  if (page.items.length === 0) {
    return <EmptyState icon={fileSpreadsheet} title={words.none} text={words.noneWhy} />;
  }
  return (
    <div id="list" tabIndex={-1} class="panel">
      <DataTable
        caption={words.caption}
        captionHidden
        columns={columns}
        rows={page.items}
        rowKey={(batch) => batch.id}
      />
      <p class="row pager">
        {!isFirst && (
          <ButtonLink dense href={`#${addressOfBatches(query, 'after', '')}`}>
            {words.newest}
          </ButtonLink>
        )}
        {page.next && (
          <ButtonLink dense href={`#${addressOfBatches(query, 'after', page.next)}`}>
            {words.next}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}

/** Of very many files some are looked through at a time. */
function NoneFound({ page, query }: ListProps) {
  const { t } = useI18n();
  const words = t.batches.list;
  return (
    <>
      <EmptyState icon={fileSpreadsheet} title={words.noneFound} text={words.noneFoundWhy} />
      <p class="row pager">
        <ButtonLink dense href="#/batches">
          {words.clear}
        </ButtonLink>
        {page.next && (
          <ButtonLink dense href={`#${addressOfBatches(query, 'after', page.next)}`}>
            {words.lookOn}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

function useColumns(): readonly TableColumn<Batch>[] {
  const { t, lang } = useI18n();
  const words = t.batches.list;
  const nameOf = (batch: Batch) => batch.name || words.unnamed;
  return [
    {
      key: 'receipt',
      head: words.receipt,
      cell: (batch) => <ReceiptLink batch={batch} name={nameOf(batch)} />,
    },
    {
      key: 'file',
      head: words.file,
      wideOnly: true,
      cell: (batch) => <FileOf batch={batch} name={nameOf(batch)} />,
    },
    {
      key: 'when',
      head: words.when,
      wideOnly: true,
      cell: (batch) => (
        <time class="nw" dateTime={batch.startedAt}>
          {formatInstant(batch.startedAt, lang)}
        </time>
      ),
    },
    {
      key: 'rows',
      head: words.rows,
      numeric: true,
      wideOnly: true,
      cell: (batch) => formatNumber(batch.counts.rows),
    },
    ...batchCounts(words),
  ];
}

/** With the office, when it is another one. */
function FileOf({ batch, name }: { readonly batch: Batch; readonly name: string }) {
  const { lang } = useI18n();
  const officeName = useOfficeName();
  const { user } = useSession();
  const isOther = batch.office && batch.office !== user?.office;
  return (
    <>
      {name}
      {isOther && (
        <span class="other-office small muted">{officeName(batch.office ?? '', lang)}</span>
      )}
    </>
  );
}

/** On a phone it holds what has no column there. */
function ReceiptLink({ batch, name }: { readonly batch: Batch; readonly name: string }) {
  const { t } = useI18n();
  const { same } = batch.counts;
  return (
    <>
      <a class="nw" href={`#/batches/${batch.id}`}>
        {batch.receipt}
      </a>
      <span class="phone-only">
        <FileOf batch={batch} name={name} />
        <br />
        <BatchStateTag batch={batch} />
        {same > 0 && (
          <>
            <br />
            {t.batches.list.same} {formatNumber(same)}
          </>
        )}
      </span>
    </>
  );
}
