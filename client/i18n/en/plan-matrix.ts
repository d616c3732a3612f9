import type { planMatrix as thai } from '../th/plan-matrix.ts';

const things = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`;

export const planMatrix: typeof thai = {
  title: 'How well do plans meet problems?',
  lead: (year: string) => `The sub-plans of this round beside what was said; budgets of ${year}`,
  leadShort: 'The sub-plans of this round beside what was said',
  nothing: 'There are no problems and no projects to compare yet',
  nothingWhy:
    'Once responses have come in and there are projects, you see here which problems have no plan, and which plans no voice.',
  unplanned: 'Problem without a plan',
  unplannedIn: (subPlan, issues, regions) =>
    `${subPlan} is raised ${issues} times in ${regions}, where it has no project`,
  noneLinked: 'No issue belongs to a sub-plan yet, so it cannot be said what lacks a plan',
  noUnplanned: 'Whatever is raised often has a project in its region',
  without: (n, share) =>
    `${things(n, 'issue belongs', 'issues belong')} to no sub-plan${share === '' ? '' : ` (${share})`}`,
  readIssues: (n) => `Read ${things(n, 'issue', 'issues')}`,
  readWithout: (n) => `Read ${n} without a sub-plan`,
  moreGaps: (n) => `${n} more such ${n === '1' ? 'gap' : 'gaps'} in the table`,
  unheard: 'Plan without voices',
  unheardOf: (subPlan, budget, issues) =>
    `${subPlan} has ${budget} million baht, and is raised only ${issues === '1' ? 'once' : `${issues} times`}`,
  noUnheard: 'Every sub-plan with projects is spoken of',
  noUnheardWhy: (n) => `Of ${things(n, 'project', 'projects')} in all`,
  projectsOf: (n) => `${things(n, 'project', 'projects')}.`,
  askedRight: 'Were the right people asked?',
  openSubPlan: 'Open the sub-plan',
  seeProjects: (n) => `See ${things(n, 'project', 'projects')}`,
  moreUnheard: (n) => `${n} more such ${n === '1' ? 'sub-plan' : 'sub-plans'}`,
  matrix: (n) => `${n} sub-plans in 6 regions`,
  how: 'The number is issues; the colour is issues per 100 responses of the region, so that regions of any size compare. A cell opens what was said.',
  order: 'Order',
  orders: { plan: 'Plan', issues: 'Issues', budget: 'Budget' },
  regionWord: '',
  columns: 'Columns',
  sixRegions: 'The six regions',
  provincesOf: (region) => `Provinces of ${region}`,
  sortBy: (name) => `Sort by ${name}`,
  all: 'All',
  projects: 'Projects',
  budget: (year) => `Budget ${year} (million)`,
  cell: (subPlan, region, issues, per100, projects, isGap) =>
    [
      `${subPlan}, ${region}`,
      things(issues, 'issue', 'issues'),
      per100 === null ? 'too few to compare' : `${per100} per 100 responses`,
      isGap ? 'gap: no project' : things(projects, 'project', 'projects'),
    ].join(' · '),
  legend: 'What colours and signs mean',
  per100: (from, below) =>
    below === null ? `${from} and more per 100 responses` : `${from} to below ${below}`,
  few: 'fewer than 5, no colour',
  square: 'a project that works there',
  noProject: 'no project',
  gap: 'gap: 6 and more, and no project',
  strip: (issues, linked, without, asOf) =>
    `n = ${issues} issues · linked by people ${linked} · in no sub-plan ${without} · as of ${asOf}`,
  inPlan: 'Back to the whole plan',
  noSubPlan: 'There is no such sub-plan',
  noSubPlanWhy: 'The chosen round has no sub-plan of this address.',
};
