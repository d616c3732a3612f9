// What each URL answers, by method and status: the server's handlers are held to it, the client's calls take their types from it,
// and the API's description shows it. null: an answer without a body. Files and streams are not here.
import * as v from 'valibot';
import { PageOfAudit } from './audit.ts';
import { BatchDifference } from './batch-difference.ts';
import { Batch, KnownRows, PageOfBatches, PageOfBatchRows } from './batches.ts';
import { DecisionOfMany, DecisionPreview, OwnDecisionsOfMany } from './decisions-of-many.ts';
import { Erasable, Erased } from './erasures.ts';
import { FiguresReply } from './figures.ts';
import { Alive, Description, Ready } from './health.ts';
import { LinkGroups, LinksChanged, ResponseLinks } from './links.ts';
import { MadeToken, OwnService, OwnSessions, OwnTokens, WayToService } from './me.ts';
import { Office, PageOfOffices, ReasonTemplate, ReasonTemplates } from './offices.ts';
import { Agencies, OwnNumbers, OwnReceipts } from './own.ts';
import { Invited, InvitedPerson, PageOfPeople, PeopleAdded, Person } from './people.ts';
import { PhotoList, PhotoReceipt } from './photos.ts';
import { PageOfProjects, Project, SaidWords } from './plan.ts';
import { PlanFileRead } from './plan-file.ts';
import { Presence } from './presence.ts';
import { PageOfFlags, QualityFlag } from './quality.ts';
import { FileReading, PageOfReadings } from './readings.ts';
import { Recheck } from './recheck.ts';
import {
  CommonIssues,
  PageOfResponses,
  PageOfReturned,
  Receipt,
  Response,
  ResponseHistory,
} from './responses.ts';
import { Impact, Round, RoundDraft, RoundList } from './rounds.ts';
import { Rule, RuleList, RulePreview } from './rules.ts';
import { BegunSecondFactor, OwnSecondFactor, RecoveryCodes, SignInRules } from './second-factor.ts';
import { CurrentSession, SignedIn, SignedOut, User } from './session.ts';
import { PageOfSnapshots, Snapshot, SnapshotDifference, SnapshotItem } from './snapshots.ts';
import { Survey, SurveyList } from './surveys.ts';
import { ListOfViews, SavedView } from './views.ts';
import { ResponseWithdrawalPreview, WithdrawalPreview } from './withdrawals.ts';

export const replies = {
  healthz: { GET: { 200: Alive } },
  readyz: { GET: { 200: Ready } },
  openapi: { GET: { 200: Description } },
  session: {
    POST: { 200: SignedIn },
    GET: { 200: CurrentSession },
    // 200: who came in by the sign-in service goes on there
    DELETE: { 204: null, 200: SignedOut },
  },
  // to the service, and back to a page of ours
  signInService: { GET: { 303: null } },
  signInServiceReturn: { GET: { 303: null } },
  ownService: { GET: { 200: OwnService }, POST: { 200: WayToService }, DELETE: { 204: null } },
  me: { PATCH: { 200: User } },
  ownPassword: { PUT: { 204: null } },
  ownSessions: { GET: { 200: OwnSessions }, DELETE: { 204: null } },
  ownSession: { DELETE: { 204: null } },
  ownTokens: { GET: { 200: OwnTokens }, POST: { 201: MadeToken } },
  ownToken: { DELETE: { 204: null } },
  secondFactor: {
    GET: { 200: OwnSecondFactor },
    POST: { 200: BegunSecondFactor },
    PUT: { 200: RecoveryCodes },
    DELETE: { 204: null },
  },
  recoveryCodes: { POST: { 200: RecoveryCodes } },
  proof: { POST: { 204: null } },
  signInRules: { GET: { 200: SignInRules }, PUT: { 200: SignInRules } },
  offices: { GET: { 200: PageOfOffices }, POST: { 201: Office } },
  office: { PATCH: { 200: Office } },
  reasonTemplates: { GET: { 200: ReasonTemplates }, POST: { 201: ReasonTemplate } },
  reasonTemplate: { PATCH: { 200: ReasonTemplate } },
  people: {
    GET: { 200: PageOfPeople },
    // a person, or the rows of a file
    POST: { 201: v.union([InvitedPerson, PeopleAdded]), 200: PeopleAdded },
  },
  person: { GET: { 200: Person }, PATCH: { 200: Person } },
  personInvitation: { POST: { 201: InvitedPerson } },
  personSecondFactor: { DELETE: { 200: Person } },
  invitation: { GET: { 200: Invited }, POST: { 200: SignedIn } },
  surveys: { GET: { 200: SurveyList } },
  survey: { GET: { 200: Survey } },
  rounds: { GET: { 200: RoundList }, POST: { 201: Round } },
  draft: { GET: { 200: RoundDraft }, PATCH: { 200: RoundDraft }, DELETE: { 204: null } },
  draftImpact: { GET: { 200: Impact } },
  roundVersions: { POST: { 201: Round } },
  roundState: { POST: { 200: Round } },
  responses: { GET: { 200: PageOfResponses } },
  response: { GET: { 200: Response }, PUT: { 201: Receipt, 200: Receipt } },
  returned: { GET: { 200: PageOfReturned } },
  ownNumbers: { GET: { 200: OwnNumbers } },
  ownReceipts: { GET: { 200: OwnReceipts } },
  ownAgencies: { GET: { 200: Agencies } },
  commonIssues: { GET: { 200: CommonIssues } },
  review: { GET: { 200: PageOfResponses } },
  decisions: { POST: { 201: Response } },
  decision: { DELETE: { 200: Response } },
  decisionsOfMany: {
    GET: { 200: OwnDecisionsOfMany },
    // begun, or what would be done
    POST: { 202: DecisionOfMany, 200: DecisionPreview },
  },
  decisionOfMany: { GET: { 200: DecisionOfMany }, DELETE: { 202: DecisionOfMany } },
  stopOfMany: { PUT: { 202: DecisionOfMany } },
  presence: { PUT: { 200: Presence }, DELETE: { 204: null } },
  photos: { GET: { 200: PhotoList } },
  // read: the photo itself
  photo: { PUT: { 201: PhotoReceipt, 200: PhotoReceipt } },
  responseHistory: { GET: { 200: ResponseHistory } },
  erasure: { POST: { 201: Erased, 200: Erased } },
  erasures: { GET: { 200: Erasable }, POST: { 201: Erased, 200: Erased } },
  quality: { GET: { 200: PageOfFlags } },
  flagAside: { PUT: { 200: QualityFlag }, DELETE: { 200: QualityFlag } },
  batches: { GET: { 200: PageOfBatches }, POST: { 201: Batch, 200: Batch } },
  knownRows: { POST: { 200: KnownRows } },
  readings: { GET: { 200: PageOfReadings }, POST: { 200: FileReading } },
  reading: { DELETE: { 204: null } },
  batch: { GET: { 200: Batch } },
  batchRows: { GET: { 200: PageOfBatchRows } },
  batchDifference: { GET: { 200: BatchDifference } },
  batchWithdrawal: {
    GET: { 200: WithdrawalPreview },
    PUT: { 200: Batch },
    DELETE: { 200: Batch },
  },
  responseWithdrawal: {
    GET: { 200: ResponseWithdrawalPreview },
    PUT: { 200: Response },
    DELETE: { 200: Response },
  },
  links: { GET: { 200: LinkGroups }, POST: { 201: LinksChanged }, DELETE: { 200: LinksChanged } },
  saidWords: { GET: { 200: SaidWords } },
  responseLinks: { GET: { 200: ResponseLinks } },
  rules: { GET: { 200: RuleList }, POST: { 201: Rule, 200: RulePreview } },
  rule: { PATCH: { 200: Rule } },
  rulePreview: { GET: { 200: RulePreview } },
  projects: {
    GET: { 200: PageOfProjects },
    POST: { 201: v.union([Project, PlanFileRead]), 200: PlanFileRead },
  },
  project: { GET: { 200: Project }, PATCH: { 200: Project } },
  projectResult: { PUT: { 200: Project } },
  figures: { GET: { 200: FiguresReply } },
  snapshots: { GET: { 200: PageOfSnapshots }, POST: { 201: SnapshotItem } },
  snapshot: { GET: { 200: Snapshot } },
  snapshotDifference: { GET: { 200: SnapshotDifference } },
  anySnapshot: { GET: { 200: SnapshotItem } },
  views: { GET: { 200: ListOfViews }, POST: { 201: SavedView } },
  view: { PATCH: { 200: SavedView }, DELETE: { 204: null } },
  audit: { GET: { 200: PageOfAudit } },
  recheck: { GET: { 200: Recheck } },
} as const;
