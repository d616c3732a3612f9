// The pages of the plan, as routes.ts lists them.
import type { Role } from '../shared/api/session.ts';
import type { Route } from './route.ts';

const readers: readonly Role[] = ['officer', 'planner', 'administrator'];

export const pagesOfThePlan: readonly Route[] = [
  {
    path: '/plan',
    title: 'planMatrix',
    mayOpen: readers,
    areas: ['plan', 'planMatrix'],
    inRound: true,
    load: () => import('./pages/plan/PlanPage.tsx').then((page) => page.PlanPage),
  },
  {
    path: '/plan/sub-plans/:id',
    title: 'subPlan',
    mayOpen: readers,
    areas: [
      ...(['dashboard', 'findings', 'map', 'focus', 'brief', 'views', 'snapshots'] as const),
      ...(['plan', 'planMatrix', 'planReport'] as const),
    ],
    inRound: true,
    load: () => import('./pages/dashboard/one/SubPlanPage.tsx').then((page) => page.SubPlanPage),
  },
  {
    path: '/plan/report',
    title: 'planReport',
    mayOpen: readers,
    areas: ['dashboard', 'brief', 'plan', 'planReport'],
    inRound: true,
    load: () =>
      import('./pages/dashboard/plan-year/ReportPage.tsx').then((page) => page.ReportPage),
  },
  {
    path: '/plan/link',
    title: 'linkIssues',
    mayOpen: ['planner', 'administrator'],
    areas: ['plan', 'problems'],
    inRound: true,
    load: () => import('./pages/plan/LinkPage.tsx').then((page) => page.LinkPage),
  },
  {
    path: '/plan/rules',
    title: 'linkRules',
    mayOpen: ['planner', 'administrator'],
    areas: ['plan', 'problems'],
    inRound: true,
    load: () => import('./pages/plan/RulesPage.tsx').then((page) => page.RulesPage),
  },
  {
    path: '/plan/projects',
    title: 'projects',
    mayOpen: readers,
    areas: ['plan', 'planMatrix', 'problems'],
    load: () => import('./pages/plan/ProjectsPage.tsx').then((page) => page.ProjectsPage),
  },
  {
    path: '/plan/file',
    title: 'planFile',
    mayOpen: ['planner', 'administrator'],
    areas: ['plan', 'problems'],
    load: () => import('./pages/plan/PlanFilePage.tsx').then((page) => page.PlanFilePage),
  },
  {
    path: '/plan/projects/:id',
    title: 'project',
    mayOpen: readers,
    areas: ['plan', 'problems'],
    inRound: true,
    load: () => import('./pages/plan/ProjectPage.tsx').then((page) => page.ProjectPage),
  },
];
