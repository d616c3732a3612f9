// Snapshots and what is made of them, as routes.ts lists them.
import type { Role } from '../shared/api/session.ts';
import type { Route } from './route.ts';

const signedIn: readonly Role[] = ['enumerator', 'officer', 'planner', 'administrator'];
const readers: readonly Role[] = ['officer', 'planner', 'administrator'];

export const pagesOfSnapshots: readonly Route[] = [
  {
    path: '/brief',
    title: 'brief',
    mayOpen: signedIn,
    areas: ['dashboard', 'findings', 'map', 'snapshots', 'brief', 'problems'],
    inRound: true,
    load: () => import('./pages/dashboard/brief/BriefPage.tsx').then((page) => page.BriefPage),
  },
  {
    path: '/s/:id',
    title: 'snapshot',
    mayOpen: signedIn,
    areas: ['dashboard', 'findings', 'map', 'snapshots'],
    load: () =>
      import('./pages/dashboard/snapshots/SnapshotPage.tsx').then((page) => page.SnapshotPage),
  },
  {
    path: '/snapshots',
    title: 'snapshots',
    mayOpen: readers,
    areas: ['dashboard', 'snapshots'],
    inRound: true,
    load: () =>
      import('./pages/dashboard/snapshots/SnapshotsPage.tsx').then((page) => page.SnapshotsPage),
  },
];
