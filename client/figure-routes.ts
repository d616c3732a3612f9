// Further pages of figures, as routes.ts lists them: for a room, and two views beside each other.
import type { Role } from '../shared/api/session.ts';
import type { Route } from './route.ts';

const readers: readonly Role[] = ['officer', 'planner', 'administrator'];

export const pagesOfFigures: readonly Route[] = [
  {
    path: '/compare',
    title: 'compare',
    mayOpen: readers,
    areas: ['dashboard', 'findings', 'showing'],
    inRound: true,
    load: () =>
      import('./pages/dashboard/compare/ComparePage.tsx').then((page) => page.ComparePage),
  },
  {
    path: '/present',
    title: 'present',
    mayOpen: readers,
    areas: ['dashboard', 'findings', 'map', 'showing'],
    inRound: true,
    load: () =>
      import('./pages/dashboard/present/PresentPage.tsx').then((page) => page.PresentPage),
  },
];
