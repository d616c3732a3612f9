// What each URL answers, by method and status: the server's handlers are held to it, the client's calls take their types from it,
// and the API's description shows it. null: an answer without a body. Files and streams are not here.
import { Batch, PageOfBatches, PageOfBatchRows } from './batches.ts';
import { FiguresReply } from './figures.ts';
import { Alive, Description, Ready } from './health.ts';
import { Recheck } from './recheck.ts';
import { PageOfResponses, Receipt, Response } from './responses.ts';
import { CurrentSession, SignedIn } from './session.ts';
import { Survey, SurveyList } from './surveys.ts';

export const replies = {
  healthz: { GET: { 200: Alive } },
  readyz: { GET: { 200: Ready } },
  openapi: { GET: { 200: Description } },
  session: { POST: { 200: SignedIn }, GET: { 200: CurrentSession }, DELETE: { 204: null } },
  surveys: { GET: { 200: SurveyList } },
  survey: { GET: { 200: Survey } },
  responses: { GET: { 200: PageOfResponses } },
  response: { GET: { 200: Response }, PUT: { 201: Receipt, 200: Receipt } },
  decisions: { POST: { 201: Response } },
  batches: { GET: { 200: PageOfBatches }, POST: { 201: Batch, 200: Batch } },
  batch: { GET: { 200: Batch } },
  batchRows: { GET: { 200: PageOfBatchRows } },
  figures: { GET: { 200: FiguresReply } },
  recheck: { GET: { 200: Recheck } },
} as const;
