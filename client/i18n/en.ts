// Areas every page needs come with the frame, the others with their page.
import { common } from './en/everywhere.ts';
import { shell } from './en/shell.ts';
import type { Area, Messages } from './messages.ts';

export const always = { common, shell };

export const areas: {
  readonly [A in Exclude<Area, keyof typeof always>]: () => Promise<Messages[A]>;
} = {
  home: () => import('./en/home.ts').then((file) => file.home),
  findings: () => import('./en/findings.ts').then((file) => file.findings),
  dashboard: () => import('./en/dashboard.ts').then((file) => file.dashboard),
  focus: () => import('./en/focus.ts').then((file) => file.focus),
  map: () => import('./en/map.ts').then((file) => file.map),
  how: () => import('./en/how.ts').then((file) => file.how),
  collect: () => import('./en/collect.ts').then((file) => file.collect),
  batches: () => import('./en/batches.ts').then((file) => file.batches),
  mend: () => import('./en/mend.ts').then((file) => file.mend),
  workbook: () => import('./en/workbook.ts').then((file) => file.workbook),
  responses: () => import('./en/responses.ts').then((file) => file.responses),
  people: () => import('./en/people.ts').then((file) => file.people),
  plan: () => import('./en/plan.ts').then((file) => file.plan),
  planMatrix: () => import('./en/plan-matrix.ts').then((file) => file.planMatrix),
  planReport: () => import('./en/plan-report.ts').then((file) => file.planReport),
  quality: () => import('./en/quality.ts').then((file) => file.quality),
  rounds: () => import('./en/rounds.ts').then((file) => file.rounds),
  account: () => import('./en/account.ts').then((file) => file.account),
  showing: () => import('./en/showing.ts').then((file) => file.showing),
  signInService: () => import('./en/sign-in-service.ts').then((file) => file.signInService),
  problems: () => import('./en/problems.ts').then((file) => file.problems),
  brief: () => import('./en/brief.ts').then((file) => file.brief),
  snapshots: () => import('./en/snapshots.ts').then((file) => file.snapshots),
  views: () => import('./en/views.ts').then((file) => file.views),
  sending: () => import('./en/sending.ts').then((file) => file.sending),
  violations: () => import('./en/violations.ts').then((file) => file.violations),
};
