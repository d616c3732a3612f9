// Every page: its address, its name, who may see it, and the words it needs. Order: the first match wins.
import type { ComponentType } from 'preact';
import type { Role } from '../shared/api/session.ts';
import type { Area } from './i18n/messages.ts';
import type { shell } from './i18n/th/shell.ts';
import type { PageProps } from './page-props.ts';

export interface Route {
  readonly path: string;
  readonly title: keyof typeof shell.titles;
  readonly mayOpen: readonly Role[] | 'everyone';
  readonly areas: readonly Area[];
  /** opens without network, for a person who was signed in on this device before */
  readonly field?: true;
  /** shows one round: which, stands in its address */
  readonly inRound?: true;
  /** not there: it comes with the frame (App.tsx) */
  readonly load?: () => Promise<ComponentType<PageProps>>;
}

const signedIn: readonly Role[] = ['enumerator', 'officer', 'planner', 'administrator'];
const readers: readonly Role[] = ['officer', 'planner', 'administrator'];
const senders: readonly Role[] = ['enumerator', 'officer', 'administrator'];
const office: readonly Role[] = ['officer', 'administrator'];

export const routes: readonly Route[] = [
  {
    path: '/',
    title: 'dashboard',
    mayOpen: signedIn,
    areas: ['dashboard', 'findings'],
    inRound: true,
    load: () => import('./pages/dashboard/DashboardPage.tsx').then((page) => page.DashboardPage),
  },
  {
    path: '/province/:code',
    title: 'province',
    mayOpen: readers,
    areas: ['dashboard', 'findings', 'map', 'focus'],
    inRound: true,
    load: () => import('./pages/dashboard/one/ProvincePage.tsx').then((page) => page.ProvincePage),
  },
  {
    path: '/strategy/:strategy',
    title: 'strategy',
    mayOpen: readers,
    areas: ['dashboard', 'findings', 'map', 'focus'],
    inRound: true,
    load: () => import('./pages/dashboard/one/StrategyPage.tsx').then((page) => page.StrategyPage),
  },
  {
    path: '/home',
    title: 'home',
    mayOpen: signedIn,
    areas: ['home', 'violations'],
    field: true,
    load: () => import('./pages/home/HomePage.tsx').then((page) => page.HomePage),
  },
  {
    path: '/collect',
    title: 'collect',
    mayOpen: senders,
    areas: ['collect', 'violations'],
    field: true,
    inRound: true,
  },
  {
    path: '/outbox',
    title: 'outbox',
    mayOpen: senders,
    areas: ['collect', 'violations'],
    field: true,
    load: () => import('./pages/collect/OutboxPage.tsx').then((page) => page.OutboxPage),
  },
  {
    path: '/batches',
    title: 'batches',
    mayOpen: readers,
    areas: ['batches'],
    inRound: true,
    load: () => import('./pages/batches/BatchesPage.tsx').then((page) => page.BatchesPage),
  },
  {
    path: '/batches/new',
    title: 'newBatch',
    mayOpen: office,
    areas: ['batches', 'mend', 'workbook', 'violations'],
    inRound: true,
    load: () => import('./pages/batches/NewBatchPage.tsx').then((page) => page.NewBatchPage),
  },
  {
    path: '/batches/:id',
    title: 'batch',
    mayOpen: readers,
    areas: ['batches', 'workbook', 'violations'],
    inRound: true,
    load: () => import('./pages/batches/BatchPage.tsx').then((page) => page.BatchPage),
  },
  {
    path: '/review',
    title: 'review',
    mayOpen: office,
    areas: ['responses', 'violations', 'dashboard', 'quality'],
    inRound: true,
    load: () => import('./pages/responses/ReviewPage.tsx').then((page) => page.ReviewPage),
  },
  {
    path: '/review/quality',
    title: 'quality',
    mayOpen: office,
    areas: ['quality', 'problems'],
    inRound: true,
    load: () => import('./pages/quality/QualityPage.tsx').then((page) => page.QualityPage),
  },
  {
    path: '/responses',
    title: 'responses',
    mayOpen: signedIn,
    areas: ['responses'],
    inRound: true,
    load: () => import('./pages/responses/ResponsesPage.tsx').then((page) => page.ResponsesPage),
  },
  {
    path: '/responses/:id',
    title: 'response',
    mayOpen: signedIn,
    areas: ['responses', 'violations'],
    inRound: true,
    load: () => import('./pages/responses/ResponsePage.tsx').then((page) => page.ResponsePage),
  },
  {
    path: '/admin/people',
    title: 'people',
    mayOpen: office,
    areas: ['people', 'problems'],
    load: () => import('./pages/people/PeoplePage.tsx').then((page) => page.PeoplePage),
  },
  {
    path: '/admin/people/:username',
    title: 'person',
    mayOpen: office,
    areas: ['people', 'problems'],
    load: () => import('./pages/people/PersonPage.tsx').then((page) => page.PersonPage),
  },
  {
    path: '/admin/new-person',
    title: 'newPerson',
    mayOpen: office,
    areas: ['people', 'problems'],
    load: () => import('./pages/people/NewPersonPage.tsx').then((page) => page.NewPersonPage),
  },
  {
    path: '/admin/new-people',
    title: 'newPeople',
    mayOpen: office,
    areas: ['people', 'problems'],
    load: () => import('./pages/people/NewPeoplePage.tsx').then((page) => page.NewPeoplePage),
  },
  {
    path: '/admin/offices',
    title: 'offices',
    mayOpen: ['administrator'],
    areas: ['people', 'problems'],
    load: () => import('./pages/people/OfficesPage.tsx').then((page) => page.OfficesPage),
  },
  {
    path: '/admin/reasons',
    title: 'reasons',
    mayOpen: office,
    areas: ['people', 'problems'],
    load: () => import('./pages/people/ReasonsPage.tsx').then((page) => page.ReasonsPage),
  },
  {
    path: '/admin/rounds',
    title: 'rounds',
    mayOpen: ['administrator'],
    areas: ['rounds', 'problems'],
    load: () => import('./pages/rounds/RoundsPage.tsx').then((page) => page.RoundsPage),
  },
  {
    path: '/admin/rounds/:id',
    title: 'round',
    mayOpen: ['administrator'],
    areas: ['rounds', 'problems'],
    load: () => import('./pages/rounds/RoundPage.tsx').then((page) => page.RoundPage),
  },
  {
    path: '/admin/audit',
    title: 'audit',
    mayOpen: ['administrator'],
    areas: ['people', 'problems'],
    load: () => import('./pages/people/AuditPage.tsx').then((page) => page.AuditPage),
  },
  {
    path: '/admin/erase',
    title: 'erase',
    mayOpen: ['administrator'],
    areas: ['people', 'problems'],
    inRound: true,
    load: () => import('./pages/people/ErasePage.tsx').then((page) => page.ErasePage),
  },
  {
    path: '/admin/sign-in',
    title: 'signInRules',
    mayOpen: ['administrator'],
    areas: ['people', 'problems'],
    load: () => import('./pages/people/SignInRulesPage.tsx').then((page) => page.SignInRulesPage),
  },
  {
    path: '/me',
    title: 'account',
    mayOpen: signedIn,
    areas: ['account', 'problems', 'signInService'],
    load: () => import('./pages/account/AccountPage.tsx').then((page) => page.AccountPage),
  },
  {
    path: '/me/second-factor',
    title: 'secondFactor',
    mayOpen: signedIn,
    areas: ['account', 'problems'],
    load: () =>
      import('./pages/account/SecondFactorPage.tsx').then((page) => page.SecondFactorPage),
  },
  {
    path: '/invitation/:code',
    title: 'invitation',
    mayOpen: 'everyone',
    areas: ['account', 'problems'],
    load: () => import('./pages/account/InvitationPage.tsx').then((page) => page.InvitationPage),
  },
  {
    path: '/signin',
    title: 'signIn',
    mayOpen: 'everyone',
    areas: ['signInService'],
    load: () => import('./pages/signin/SignInPage.tsx').then((page) => page.SignInPage),
  },
  {
    path: '/problems/:type',
    title: 'problem',
    mayOpen: 'everyone',
    areas: ['problems'],
    load: () => import('./pages/problem/ProblemPage.tsx').then((page) => page.ProblemPage),
  },
];
