// Areas every page needs come with the frame, as do those of the form, which stands in its file; the others with their page.

import type { Area, Messages } from './messages.ts';
import { collect } from './th/collect.ts';
import { common } from './th/everywhere.ts';
import { home } from './th/home.ts';
import { shell } from './th/shell.ts';

export const always = { common, shell };

export const areas: {
  readonly [A in Exclude<Area, keyof typeof always>]: () => Promise<Messages[A]>;
} = {
  home: async () => home,
  findings: () => import('./th/findings.ts').then((file) => file.findings),
  dashboard: () => import('./th/dashboard.ts').then((file) => file.dashboard),
  focus: () => import('./th/focus.ts').then((file) => file.focus),
  map: () => import('./th/map.ts').then((file) => file.map),
  how: () => import('./th/how.ts').then((file) => file.how),
  collect: async () => collect,
  batches: () => import('./th/batches.ts').then((file) => file.batches),
  mend: () => import('./th/mend.ts').then((file) => file.mend),
  workbook: () => import('./th/workbook.ts').then((file) => file.workbook),
  responses: () => import('./th/responses.ts').then((file) => file.responses),
  people: () => import('./th/people.ts').then((file) => file.people),
  plan: () => import('./th/plan.ts').then((file) => file.plan),
  planMatrix: () => import('./th/plan-matrix.ts').then((file) => file.planMatrix),
  planReport: () => import('./th/plan-report.ts').then((file) => file.planReport),
  quality: () => import('./th/quality.ts').then((file) => file.quality),
  rounds: () => import('./th/rounds.ts').then((file) => file.rounds),
  account: () => import('./th/account.ts').then((file) => file.account),
  showing: () => import('./th/showing.ts').then((file) => file.showing),
  signInService: () => import('./th/sign-in-service.ts').then((file) => file.signInService),
  problems: () => import('./th/problems.ts').then((file) => file.problems),
  brief: () => import('./th/brief.ts').then((file) => file.brief),
  snapshots: () => import('./th/snapshots.ts').then((file) => file.snapshots),
  views: () => import('./th/views.ts').then((file) => file.views),
  sending: () => import('./th/sending.ts').then((file) => file.sending),
  violations: () => import('./th/violations.ts').then((file) => file.violations),
};
