import type { Project } from '../../../shared/api/plan.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useOfficeName } from '../../data/offices.ts';
import { addressOfProject } from '../../data/plan-addresses.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { ProgressTag, StateOfProject } from './ProgressTag.tsx';

/** Projects, a line each, with the worst of what their indicators say. */
export function ProjectTable({ projects }: { readonly projects: readonly Project[] }) {
  const { t, lang } = useI18n();
  const officeName = useOfficeName();
  const words = t.plan;
  const columns: TableColumn<Project>[] = [
    {
      key: 'name',
      head: words.project,
      cell: (project) => (
        <>
          <a href={`#${addressOfProject(project.id)}`}>{nameIn(project, lang)}</a>
          <small>{[project.code, project.subPlans.join(', ')].join(' · ')}</small>
          <small class="narrow-only">{words.states[project.state]}</small>
        </>
      ),
    },
    { key: 'progress', head: words.progress, cell: (project) => <WorstProgress of={project} /> },
    {
      key: 'state',
      head: words.state,
      wideOnly: true,
      cell: ({ state }) => <StateOfProject state={state} />,
    },
    {
      key: 'where',
      head: words.where,
      wideOnly: true,
      cell: ({ provinces, office }) => (
        <>
          {provinces === 'all'
            ? words.wholeCountry
            : provinces.length === 1
              ? placeName(provinces[0] ?? '', lang)
              : words.provinceCount(formatNumber(provinces.length))}
          <small>{officeName(office, lang)}</small>
        </>
      ),
    },
    {
      key: 'budget',
      head: words.budget,
      numeric: true,
      wideOnly: true,
      cell: ({ budget }) => budgetText(budget),
    },
  ];
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      columns={columns}
      rows={projects}
      rowKey={({ id }) => id}
    />
  );
}

/** The sum of all years; a dash where none was given, which is not zero. */
function budgetText(budget: Project['budget']): string {
  const years = Object.values(budget);
  return years.length === 0 ? '–' : formatNumber(years.reduce((sum, baht) => sum + baht, 0));
}

const fromWorst = [
  'deterioration',
  'limited',
  'moderate',
  'not-enough-data',
  'substantial',
  'achieved',
] as const;

function WorstProgress({ of: { progress } }: { readonly of: Project }) {
  const { t } = useI18n();
  const words = t.plan;
  const worst = fromWorst.find((one) => progress.some((indicator) => indicator.class === one));
  const missing = progress.reduce((n, one) => n + one.missing.length, 0);
  return (
    <>
      {worst ? <ProgressTag of={worst} /> : <span class="muted">{words.noResults}</span>}
      {missing > 0 && <small>{words.missingShort(formatNumber(missing))}</small>}
    </>
  );
}
