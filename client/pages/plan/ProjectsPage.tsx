// The projects of the plan: found by words, sub-plan and state, and added here.
import { useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { PageOfProjects } from '../../../shared/api/plan.ts';
import { projectStates } from '../../../shared/api/plan.ts';
import { addressOfProject } from '../../data/plan-addresses.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { ChosenFilter } from '../../ui/filters/ChosenFilter.tsx';
import { TypedFilter } from '../../ui/filters/TypedFilter.tsx';
import { plus, upload } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { PlanTabs } from './PlanTabs.tsx';
import { ProjectForm } from './ProjectForm.tsx';
import { ProjectTable } from './ProjectTable.tsx';
import { mayEditPlan } from './project-address.ts';
import './plan.css';
import { useSubPlans } from './sub-plans.ts';

const names = ['q', 'subPlan', 'state', 'after'] as const;
const shownAtOnce = 50;

export function ProjectsPage({ query }: PageProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const words = t.plan;
  const wanted = Object.fromEntries(names.map((name) => [name, query.get(name)]));
  const { data, error, refetch } = useQuery(
    withQuery(paths.projects(), { limit: shownAtOnce, ...wanted }),
  );
  const [isAdding, setAdding] = useState(false);
  const title = data ? words.titleOf(formatNumber(data.total)) : t.shell.titles.projects;
  return (
    <div class="wrap page plan">
      <PageHead title={<Phrases text={title} />} text={words.lead}>
        {user && mayEditPlan(user.role) && (
          <div class="row">
            <ButtonLink icon={upload} href="#/plan/file">
              {words.file.open}
            </ButtonLink>
            <Button kind="primary" icon={plus} onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </div>
        )}
      </PageHead>
      <PlanTabs />
      <Filters query={query} />
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={8} />}
      {data && <Found data={data} query={query} />}
      <Dialog open={isAdding} title={words.add} onClose={() => setAdding(false)}>
        {isAdding && (
          <ProjectForm project={null} onSaved={({ id }) => navigate(addressOfProject(id))} />
        )}
      </Dialog>
    </div>
  );
}

interface FoundProps {
  readonly data: PageOfProjects;
  readonly query: URLSearchParams;
}

function Found({ data, query }: FoundProps) {
  const { t, lang } = useI18n();
  const words = t.plan;
  const isFiltered = query.size > 0;
  if (data.items.length === 0)
    return (
      <EmptyState
        title={isFiltered ? words.noneFound : words.none}
        text={isFiltered ? words.noneFoundWhy : words.noneWhy}
      />
    );
  return (
    <div class="panel mt4">
      <ProjectTable projects={data.items} />
      <p class="links mt2">
        {query.has('after') && <a href={`#${addressWith(query, 'after', '')}`}>{words.first}</a>}
        {data.next !== null && (
          <a href={`#${addressWith(query, 'after', data.next)}`}>{words.more}</a>
        )}
        <a href={withQuery(paths.projectsBook(), { lang })} download>
          {words.file.asBook}
        </a>
        <a href={withQuery(paths.projectsCsv(), { lang })} download>
          {words.file.asCsv}
        </a>
      </p>
    </div>
  );
}

/** Words, sub-plan and state; the address holds them. */
function Filters({ query }: { readonly query: URLSearchParams }) {
  const { t } = useI18n();
  const { all, nameOf } = useSubPlans();
  const words = t.plan;
  const set = (name: (typeof names)[number], value: string) => {
    if ((query.get(name) ?? '') !== value)
      navigate(addressWith(query, name, value), { replace: true });
  };
  return (
    <div class="plan-filters">
      <TypedFilter
        label={words.search}
        value={query.get('q') ?? ''}
        onChange={(q) => set('q', q)}
      />
      <ChosenFilter
        label={words.subPlan}
        value={query.get('subPlan') ?? ''}
        any={words.anySubPlan}
        options={all.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onChange={(id) => set('subPlan', id)}
      />
      <ChosenFilter
        label={words.state}
        value={query.get('state') ?? ''}
        any={words.anyState}
        options={projectStates.map((state) => ({ value: state, label: words.states[state] }))}
        onChange={(state) => set('state', state)}
      />
    </div>
  );
}

/** Another filter begins on the first page. */
function addressWith(query: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(query);
  changed.delete('after');
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed.size > 0 ? `/plan/projects?${changed}` : '/plan/projects';
}
