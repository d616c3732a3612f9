// The record of who did what: found by person, thing, act and day, and taken home as a file.
import type { AuditEntry, AuditedChange } from '../../../shared/api/audit.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { arrowRight, download } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { addressOfAudit, askedOfAudit, auditFiltersIn } from './audit-filters.ts';
import { type AuditWords, useAuditWords } from './audit-words.ts';
import './people.css';
import { SectionTabs } from './SectionTabs.tsx';

const pageSize = 50;

export function AuditPage({ query }: PageProps) {
  const { t } = useI18n();
  const words = t.people.audit;
  const filters = auditFiltersIn(query);
  const after = query.get('after');
  const asked = askedOfAudit(filters);
  const page = useQuery(
    withQuery(paths.audit(), `${withPage(asked, after, ['limit', `${pageSize}`])}`),
  );
  return (
    <div class="wrap page people">
      <PageHead title={<Phrases text={t.shell.titles.audit} />} text={words.lead}>
        <ButtonLink icon={download} download href={withQuery(paths.auditCsv(), `${asked}`)}>
          {words.export}
        </ButtonLink>
      </PageHead>
      <SectionTabs shown="audit" />
      <AuditFilters filters={filters} />
      {page.error && <ProblemState problem={page.error} onRetry={page.refetch} />}
      {!page.data && page.loading && <LoadingState lines={8} />}
      {page.data?.items.length === 0 && (
        <EmptyState title={words.none} text={words.noneWhy}>
          {filters.size > 0 && (
            <ButtonLink dense href="#/admin/audit">
              {words.clear}
            </ButtonLink>
          )}
        </EmptyState>
      )}
      {page.data && page.data.items.length > 0 && (
        <div class="panel">
          <AuditTable entries={page.data.items} />
          <p class="row mt4">
            {after && (
              <ButtonLink dense href={`#${addressOfAudit(filters)}`}>
                {words.first}
              </ButtonLink>
            )}
            {page.data.next && (
              <ButtonLink
                dense
                icon={arrowRight}
                href={`#${addressOfAudit(withPage(filters, page.data.next))}`}
              >
                {words.next}
              </ButtonLink>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

function withPage(
  filters: URLSearchParams,
  after: string | null,
  more?: readonly [string, string],
): URLSearchParams {
  const page = new URLSearchParams(filters);
  if (more) page.set(...more);
  if (after) page.set('after', after);
  return page;
}

function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t, lang } = useI18n();
  const words = t.people.audit;
  const said = useAuditWords();
  const columns: TableColumn<AuditEntry>[] = [
    {
      key: 'at',
      head: words.at,
      cell: ({ at, no }) => (
        <>
          {formatInstant(at, lang)}
          <small>{formatNumber(no)}</small>
        </>
      ),
    },
    { key: 'who', head: words.who, cell: ({ who }) => who ?? words.nobody },
    {
      key: 'what',
      head: words.what,
      cell: ({ what, on }) => (
        <>
          {words.acts[what]}
          {on && (
            <small class="audit-thing">
              <a href={`#${addressOfAudit(new URLSearchParams({ on }))}`}>{said.thingOf(on)}</a>
            </small>
          )}
        </>
      ),
    },
    {
      key: 'changes',
      head: words.changes,
      cell: ({ changes, request }) => (
        <>
          {changes.map((change) => (
            <ChangedValue key={change.field} change={change} said={said} />
          ))}
          <small class="audit-thing">{`${words.request} ${request}`}</small>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ no }) => String(no)}
    />
  );
}

interface ChangedValueProps {
  readonly change: AuditedChange;
  readonly said: AuditWords;
}

function ChangedValue({ change: { field, before, after }, said }: ChangedValueProps) {
  const { t } = useI18n();
  const say = (value: string | null) =>
    value === null ? t.people.audit.nothing : said.valueOf(field, value);
  const was = before === null ? '' : `${say(before)} → `;
  return <div class="audit-thing">{`${said.fieldOf(field)}: ${was}${say(after)}`}</div>;
}
