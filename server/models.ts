// Every collection there is. The database opens these, with their indexes; nothing else knows them all.
import { storedAudit } from './audit/audit-entry.model.ts';
import { storedBatches, storedRowBlocks } from './batches/batch.model.ts';
import { storedErasures } from './erasure/erasure.model.ts';
import { storedLeases } from './leases/lease.model.ts';
import { storedLinks } from './links/link.model.ts';
import { storedOffices } from './offices/office.model.ts';
import { storedPhotos } from './photos/photo.model.ts';
import { storedProjects } from './plan/project.model.ts';
import { storedFlags } from './quality/flag.model.ts';
import { storedReadings } from './readings/reading.model.ts';
import { storedDecisionPages } from './responses/decision-page.model.ts';
import { storedResponses } from './responses/response.model.ts';
import { storedRevisions } from './responses/revision.model.ts';
import { storedDecisionsOfMany, storedStepBlocks } from './review/decision-of-many.model.ts';
import { storedPresences } from './review/presence.model.ts';
import { storedRules } from './rules/rule.model.ts';
import { storedSettings } from './settings/setting.model.ts';
import { storedSnapshots } from './snapshots/snapshot.model.ts';
import { storedSurveys } from './surveys/survey.model.ts';
import { storedSurveyVersions } from './surveys/survey-version.model.ts';
import { storedTransfers } from './transfers/transfer.model.ts';
import { storedTokens } from './users/token.model.ts';
import { storedTries } from './users/try.model.ts';
import { storedSessions, storedUsers } from './users/user.model.ts';
import { storedStartViews, storedViews } from './views/view.model.ts';

export const collections = {
  responses: storedResponses,
  decisionPages: storedDecisionPages,
  photos: storedPhotos,
  revisions: storedRevisions,
  decisionsOfMany: storedDecisionsOfMany,
  stepBlocks: storedStepBlocks,
  presences: storedPresences,
  batches: storedBatches,
  rowBlocks: storedRowBlocks,
  readings: storedReadings,
  erasures: storedErasures,
  qualityFlags: storedFlags,
  projects: storedProjects,
  links: storedLinks,
  rules: storedRules,
  leases: storedLeases,
  surveys: storedSurveys,
  surveyVersions: storedSurveyVersions,
  offices: storedOffices,
  users: storedUsers,
  sessions: storedSessions,
  tokens: storedTokens,
  tries: storedTries,
  settings: storedSettings,
  transfers: storedTransfers,
  snapshots: storedSnapshots,
  views: storedViews,
  startViews: storedStartViews,
  audit: storedAudit,
} as const;
