// The list behind a number: the same filters, in the same words, and the responses they find.
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { waitingStatuses } from '../../data/review-filters.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { PageProps } from '../../page-props.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { arrowRight, download } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { FilterChips } from './FilterChips.tsx';
import { ResponseList } from './ResponseList.tsx';
import './responses.css';
import {
  addressOfList,
  chipsOf,
  filtersFrom,
  issueFiltersOf,
  listQuery,
} from './response-filters.ts';
import { StatusTabs } from './StatusTabs.tsx';
import { viewOf } from './status-views.ts';

const pageSize = 50;

export function ResponsesPage({ query }: PageProps) {
  const { t, lang } = useI18n();
  const { user } = useSession();
  const { survey } = useSurvey();
  const filters = filtersFrom(query);
  const after = query.get('after');
  const asked = new URLSearchParams(filters);
  asked.set('limit', String(pageSize));
  if (after) asked.set('after', after);
  const page = useQuery(survey && withQuery(paths.responses(survey.id), `${asked}`));
  const chips = chipsOf(filters, t, lang);
  const total = page.data?.total;
  const mayExport = user !== null && user.role !== 'enumerator';
  return (
    <div class="wrap page">
      <PageHead title={<Phrases text={heading(total, filters, t)} />} text={t.responses.lead}>
        {mayExport && survey && total !== undefined && total > 0 && (
          <TakeResponses survey={survey.id} filters={filters} />
        )}
      </PageHead>
      <StatusTabs filters={filters} tiers={survey?.reviewTiers ?? 1} />
      <FilterChips
        chips={chips.filter(
          ({ name }) => name !== 'status' || !viewOf(filters, survey?.reviewTiers),
        )}
      />
      {page.error && <ProblemState problem={page.error} onRetry={page.refetch} />}
      {page.loading && !page.data && <LoadingState lines={8} />}
      {page.data?.items.length === 0 && (
        <EmptyState
          title={t.responses.headingNone}
          text={
            chips.length > 0
              ? t.responses.emptyWhy(chips.map(({ text }) => text).join(' · '))
              : t.responses.emptyAll
          }
        >
          {chips.length > 0 && (
            <ButtonLink dense href="#/responses">
              {t.responses.clear}
            </ButtonLink>
          )}
        </EmptyState>
      )}
      {page.data && page.data.items.length > 0 && (
        <ResponseList
          items={page.data.items}
          filters={issueFiltersOf(filters)}
          list={listQuery(query)}
        />
      )}
      {page.data && <Pages next={page.data.next} filters={filters} isFirst={after === null} />}
    </div>
  );
}

/** The same responses as files: for people, for spreadsheets that know days, for maps. */
function TakeResponses({ survey, filters }: { survey: string; filters: URLSearchParams }) {
  const { t } = useI18n();
  const files = [
    [t.responses.csv, paths.responsesCsv(survey)],
    [t.responses.excel, paths.responsesBook(survey)],
    [t.responses.geojson, paths.responsesGeojson(survey)],
  ] as const;
  return (
    <p class="row no-print">
      {files.map(([name, path]) => (
        <ButtonLink key={path} icon={download} href={withQuery(path, `${filters}`)} download>
          {name}
        </ButtonLink>
      ))}
    </p>
  );
}

function heading(total: number | undefined, filters: URLSearchParams, t: Messages): string {
  if (total === undefined) return t.shell.titles.responses;
  if (total === 0) return t.responses.headingNone;
  const n = formatNumber(total);
  if (filters.size === 0) return t.responses.headingAll(n);
  const statuses = filters.getAll('status');
  if (filters.size > statuses.length) return t.responses.heading(n);
  if (statuses.join() === waitingStatuses.join()) return t.responses.headingReview(n);
  return statuses.join() === 'pending' ? t.responses.headingNotCounted(n) : t.responses.heading(n);
}

interface PagesProps {
  readonly next: string | null;
  readonly filters: URLSearchParams;
  readonly isFirst: boolean;
}

function Pages({ next, filters, isFirst }: PagesProps) {
  const { t } = useI18n();
  const onward = new URLSearchParams(filters);
  if (next) onward.set('after', next);
  return (
    <p class="row mt5">
      {!isFirst && (
        <ButtonLink kind="quiet" href={`#${addressOfList(filters)}`}>
          {t.responses.first}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink icon={arrowRight} href={`#${addressOfList(onward)}`}>
          {t.responses.next}
        </ButtonLink>
      )}
    </p>
  );
}
