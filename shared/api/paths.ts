// Every URL of the API in one object. The router's patterns are made by passing `:survey` and `:id`.
import type { InferOutput } from 'valibot';
import type { replies } from './replies.ts';

type Replies = typeof replies;
type Name = keyof Replies;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

declare const answers: unique symbol;
/** A URL that knows, for the compiler only, which answers it gives. */
export type ApiPath<N extends Name = Name> = string & { readonly [answers]?: N };

/** The body that a URL answers a method with when all went well. */
export type ReplyTo<P extends ApiPath, M extends Method> =
  P extends ApiPath<infer N>
    ? M extends keyof Replies[N]
      ? BodyOf<Replies[N][M][keyof Replies[N][M]]>
      : never
    : never;
type BodyOf<Schema> = Schema extends null ? undefined : InferOutput<Schema & InferTarget>;
type InferTarget = Parameters<typeof import('valibot').safeParse>[0];

const of = <N extends Name>(url: string): ApiPath<N> => url; // only the name is added, and only for the compiler

export const paths = {
  healthz: () => of<'healthz'>('/healthz'),
  readyz: () => of<'readyz'>('/readyz'),
  metrics: () => '/metrics',
  session: () => of<'session'>('/api/session'),
  signInService: () => of<'signInService'>('/api/session/service'),
  signInServiceReturn: () => of<'signInServiceReturn'>('/api/session/service/return'),
  ownService: () => of<'ownService'>('/api/me/service'),
  me: () => of<'me'>('/api/me'),
  ownPassword: () => of<'ownPassword'>('/api/me/password'),
  ownSessions: () => of<'ownSessions'>('/api/me/sessions'),
  ownSession: (id: string) => of<'ownSession'>(`/api/me/sessions/${id}`),
  ownTokens: () => of<'ownTokens'>('/api/me/tokens'),
  ownToken: (id: string) => of<'ownToken'>(`/api/me/tokens/${id}`),
  secondFactor: () => of<'secondFactor'>('/api/me/second-factor'),
  recoveryCodes: () => of<'recoveryCodes'>('/api/me/second-factor/recovery-codes'),
  proof: () => of<'proof'>('/api/me/proof'),
  signInRules: () => of<'signInRules'>('/api/sign-in-rules'),
  offices: () => of<'offices'>('/api/offices'),
  office: (id: string) => of<'office'>(`/api/offices/${id}`),
  reasonTemplates: (office: string) => of<'reasonTemplates'>(`/api/offices/${office}/reasons`),
  reasonTemplate: (office: string, id: string) =>
    of<'reasonTemplate'>(`/api/offices/${office}/reasons/${id}`),
  people: () => of<'people'>('/api/people'),
  person: (username: string) => of<'person'>(`/api/people/${username}`),
  personInvitation: (username: string) =>
    of<'personInvitation'>(`/api/people/${username}/invitation`),
  personSecondFactor: (username: string) =>
    of<'personSecondFactor'>(`/api/people/${username}/second-factor`),
  invitation: (code: string) => of<'invitation'>(`/api/invitations/${code}`),
  surveys: () => of<'surveys'>('/api/surveys'),
  survey: (survey: string) => of<'survey'>(`/api/surveys/${survey}`),
  rounds: () => of<'rounds'>('/api/rounds'),
  draft: (id: string) => of<'draft'>(`/api/rounds/${id}/draft`),
  draftImpact: (id: string) => of<'draftImpact'>(`/api/rounds/${id}/draft/impact`),
  roundVersions: (id: string) => of<'roundVersions'>(`/api/rounds/${id}/versions`),
  roundState: (id: string) => of<'roundState'>(`/api/rounds/${id}/state`),
  responses: (survey: string) => of<'responses'>(`/api/surveys/${survey}/responses`),
  response: (survey: string, id: string) =>
    of<'response'>(`/api/surveys/${survey}/responses/${id}`),
  responsesCsv: (survey: string) => `/api/surveys/${survey}/responses.csv`,
  responsesBook: (survey: string) => `/api/surveys/${survey}/responses.xlsx`,
  responsesGeojson: (survey: string) => `/api/surveys/${survey}/responses.geojson`,
  returned: (survey: string) => of<'returned'>(`/api/surveys/${survey}/returned`),
  ownNumbers: (survey: string) => of<'ownNumbers'>(`/api/surveys/${survey}/own`),
  ownReceipts: (survey: string) => of<'ownReceipts'>(`/api/surveys/${survey}/own/receipts`),
  ownAgencies: (survey: string) => of<'ownAgencies'>(`/api/surveys/${survey}/own/agencies`),
  commonIssues: (survey: string) => of<'commonIssues'>(`/api/surveys/${survey}/common-issues`),
  review: (survey: string) => of<'review'>(`/api/surveys/${survey}/review`),
  decisions: (survey: string, id: string) =>
    of<'decisions'>(`/api/surveys/${survey}/responses/${id}/decisions`),
  decision: (survey: string, id: string, decision: string) =>
    of<'decision'>(`/api/surveys/${survey}/responses/${id}/decisions/${decision}`),
  decisionsOfMany: (survey: string) => of<'decisionsOfMany'>(`/api/surveys/${survey}/decisions`),
  decisionOfMany: (survey: string, id: string) =>
    of<'decisionOfMany'>(`/api/surveys/${survey}/decisions/${id}`),
  /** puts an end to it where it is */
  stopOfMany: (survey: string, id: string) =>
    of<'stopOfMany'>(`/api/surveys/${survey}/decisions/${id}/stop`),
  presence: (survey: string, id: string) =>
    of<'presence'>(`/api/surveys/${survey}/responses/${id}/presence`),
  photos: (survey: string, id: string) =>
    of<'photos'>(`/api/surveys/${survey}/responses/${id}/photos`),
  photo: (survey: string, id: string, digest: string) =>
    of<'photo'>(`/api/surveys/${survey}/responses/${id}/photos/${digest}`),
  responseHistory: (survey: string, id: string) =>
    of<'responseHistory'>(`/api/surveys/${survey}/responses/${id}/history`),
  erasure: (survey: string, id: string) =>
    of<'erasure'>(`/api/surveys/${survey}/responses/${id}/erasure`),
  erasures: (survey: string) => of<'erasures'>(`/api/surveys/${survey}/erasures`),
  readings: (survey: string) => of<'readings'>(`/api/surveys/${survey}/readings`),
  reading: (survey: string, id: string) => of<'reading'>(`/api/surveys/${survey}/readings/${id}`),
  quality: (survey: string) => of<'quality'>(`/api/surveys/${survey}/quality`),
  flagAside: (survey: string, id: string) =>
    of<'flagAside'>(`/api/surveys/${survey}/quality/${id}/aside`),
  batches: (survey: string) => of<'batches'>(`/api/surveys/${survey}/batches`),
  knownRows: (survey: string) => of<'knownRows'>(`/api/surveys/${survey}/batches/known`),
  batch: (survey: string, id: string) => of<'batch'>(`/api/surveys/${survey}/batches/${id}`),
  batchRows: (survey: string, id: string) =>
    of<'batchRows'>(`/api/surveys/${survey}/batches/${id}/rows`),
  batchDifference: (survey: string, id: string) =>
    of<'batchDifference'>(`/api/surveys/${survey}/batches/${id}/difference`),
  batchWithdrawal: (survey: string, id: string) =>
    of<'batchWithdrawal'>(`/api/surveys/${survey}/batches/${id}/withdrawal`),
  responseWithdrawal: (survey: string, id: string) =>
    of<'responseWithdrawal'>(`/api/surveys/${survey}/responses/${id}/withdrawal`),
  batchRejects: (survey: string, id: string) => `/api/surveys/${survey}/batches/${id}/rejects.csv`,
  links: (survey: string) => of<'links'>(`/api/surveys/${survey}/links`),
  responseLinks: (survey: string, id: string) =>
    of<'responseLinks'>(`/api/surveys/${survey}/responses/${id}/links`),
  rules: (survey: string) => of<'rules'>(`/api/surveys/${survey}/rules`),
  rule: (survey: string, id: string) => of<'rule'>(`/api/surveys/${survey}/rules/${id}`),
  /** what it would link, and take back */
  rulePreview: (survey: string, id: string) =>
    of<'rulePreview'>(`/api/surveys/${survey}/rules/${id}/preview`),
  saidWords: (survey: string) => of<'saidWords'>(`/api/surveys/${survey}/sub-plan-words`),
  projects: () => of<'projects'>('/api/plan/projects'),
  projectsCsv: () => '/api/plan/projects.csv',
  projectsBook: () => '/api/plan/projects.xlsx',
  project: (id: string) => of<'project'>(`/api/plan/projects/${id}`),
  projectResult: (id: string, year: string, indicator: string) =>
    of<'projectResult'>(`/api/plan/projects/${id}/results/${year}/${indicator}`),
  figures: (survey: string) => of<'figures'>(`/api/surveys/${survey}/figures`),
  /** server-sent events: one `change` each time figures may have changed, at most two a second */
  figureChanges: (survey: string) => `/api/surveys/${survey}/figures/changes`,
  /** the figure `map` with the outlines of the provinces */
  figuresBook: (survey: string) => `/api/surveys/${survey}/figures.xlsx`,
  mapGeojson: (survey: string) => `/api/surveys/${survey}/map.geojson`,
  snapshots: (survey: string) => of<'snapshots'>(`/api/surveys/${survey}/snapshots`),
  snapshot: (survey: string, id: string) =>
    of<'snapshot'>(`/api/surveys/${survey}/snapshots/${id}`),
  snapshotDifference: (survey: string, id: string) =>
    of<'snapshotDifference'>(`/api/surveys/${survey}/snapshots/${id}/difference`),
  /** of whichever survey */
  anySnapshot: (id: string) => of<'anySnapshot'>(`/api/snapshots/${id}`),
  views: () => of<'views'>('/api/views'),
  view: (id: string) => of<'view'>(`/api/views/${id}`),
  recheck: (survey: string) => of<'recheck'>(`/api/surveys/${survey}/recheck`),
  audit: () => of<'audit'>('/api/audit'),
  auditCsv: () => '/api/audit.csv',
  openapi: () => of<'openapi'>('/api/openapi.json'),
} as const;

type Values = Readonly<Record<string, string | number | null | undefined>>;

/** The same URL with a query: as text, or as values of which the empty ones are left out. */
export function withQuery<P extends string>(path: P, query: Values | string): P {
  const text = typeof query === 'string' ? query : queryOf(query);
  return (text === '' ? path : `${path}?${text}`) as P; // the answers do not depend on the query
}

function queryOf(values: Values): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
}
