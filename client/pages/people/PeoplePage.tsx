// The people whom one manages: found, filtered, and what each needs at hand.

import { useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { InvitedPerson, PageOfPeople, PeopleCounts } from '../../../shared/api/people.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { PageProps } from '../../page-props.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { arrowRight, fileSpreadsheet, plus } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { running } from '../../ui/Running.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import './people.css';
import { addressOfPeople, peopleFilterNames } from './people-filters.ts';
import { SectionTabs } from './SectionTabs.tsx';
import { StateFilter } from './StateFilter.tsx';

const pageSize = 50;

export function PeoplePage({ query }: PageProps) {
  const { t } = useI18n();
  const words = t.people;
  const filters = new URLSearchParams(
    peopleFilterNames.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const after = query.get('after');
  const asked = new URLSearchParams(filters);
  asked.set('limit', String(pageSize));
  if (after) asked.set('after', after);
  const page = useQuery(withQuery(paths.people(), `${asked}`));
  const [invited, setInvited] = useState<InvitedPerson | null>(null);
  const counts = useLastCounts(page.data);
  return (
    <div class="wrap page people">
      <PageHead title={<Phrases text={headline(counts, t)} />} text={leadOf(counts, t)}>
        <div class="row">
          <ButtonLink icon={fileSpreadsheet} href="#/admin/new-people">
            {words.addFromFile}
          </ButtonLink>
          <ButtonLink kind="primary" icon={plus} href="#/admin/new-person">
            {words.add}
          </ButtonLink>
        </div>
      </PageHead>
      <SectionTabs shown="people" />
      <PeopleFilters filters={filters} />
      <StateFilter filters={filters} counts={counts} />
      {page.error && <ProblemState problem={page.error} onRetry={page.refetch} />}
      {!page.data && page.loading && <LoadingState lines={8} />}
      {page.data?.items.length === 0 && (
        <EmptyState title={words.none} text={words.noneWhy}>
          {filters.size > 0 && (
            <ButtonLink dense href="#/admin/people">
              {words.clear}
            </ButtonLink>
          )}
        </EmptyState>
      )}
      {page.data && page.data.items.length > 0 && (
        <div id="list" tabIndex={-1} class="panel">
          <PeopleTable
            people={page.data.items}
            onChanged={page.refetch}
            onInvited={(one) => {
              setInvited(one);
              page.refetch();
            }}
          />
          <Pages next={page.data.next} filters={filters} isFirst={after === null} />
        </div>
      )}
      <p class="small muted mt4">{running(words.foot)}</p>
      <LinkDialog invited={invited} onClose={() => setInvited(null)} />
    </div>
  );
}

/** Later pages of a list say nothing of the whole. */
function useLastCounts(page: PageOfPeople | undefined): PeopleCounts | null {
  const [last, setLast] = useState<PeopleCounts | null>(null);
  if (page?.counts && page.counts !== last) setLast(page.counts);
  return page?.counts ?? last;
}

function headline(counts: PeopleCounts | null, t: Messages): string {
  if (!counts) return t.shell.titles.people;
  const { active, invited, expired, disabled, offices } = counts;
  const people = active + invited + expired + disabled;
  return t.people.title(formatNumber(people), formatNumber(offices));
}

function leadOf(counts: PeopleCounts | null, t: Messages): string | undefined {
  if (!counts) return undefined;
  const without = counts.invited + counts.expired;
  const active = formatNumber(counts.active);
  return without > 0 ? t.people.lead(active, formatNumber(without)) : t.people.leadAll(active);
}

interface PagesProps {
  readonly next: string | null;
  readonly filters: URLSearchParams;
  readonly isFirst: boolean;
}

function Pages({ next, filters, isFirst }: PagesProps) {
  const { t } = useI18n();
  if (isFirst && !next) return null;
  const onward = new URLSearchParams(filters);
  if (next) onward.set('after', next);
  return (
    <p class="row mt4">
      {!isFirst && (
        <ButtonLink dense href={`#${addressOfPeople(filters)}`}>
          {t.people.first}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink dense icon={arrowRight} href={`#${addressOfPeople(onward)}`}>
          {t.people.next}
        </ButtonLink>
      )}
    </p>
  );
}
