// Personal data on request: a response is found by its receipt, and its words are erased.
import { Router } from 'express';
import * as v from 'valibot';
import {
  type Erasable,
  type Erased,
  NewErasure,
  NewErasureByReceipt,
  Receipted,
} from '../../shared/api/erasures.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint, type Reply } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { ResponseKey } from '../responses/response-key.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { type ErasedNow, erase, readReason } from './erase.ts';
import { idOfReceipt } from './find-receipt.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
type SurveyKey = v.InferOutput<typeof SurveyKey>;
const ByReceipt = v.object({ receipt: Receipted });

export const erasureRoutes = Router()
  .get(
    paths.erasures(':survey'),
    may('erase-words'),
    endpoint(
      {
        params: SurveyKey,
        query: ByReceipt,
        takesItsTime: true,
        replies: replies.erasures.GET,
        summary: 'The response of a receipt, before its words are erased',
      },
      find,
    ),
  )
  .post(
    paths.erasures(':survey'),
    may('erase-words'),
    endpoint(
      {
        params: SurveyKey,
        body: NewErasureByReceipt,
        takesItsTime: true,
        replies: replies.erasures.POST,
        summary: 'Erase the words of the response of a receipt; it goes on counting',
      },
      eraseByReceipt,
    ),
  )
  .post(
    paths.erasure(':survey', ':id'),
    may('erase-words'),
    endpoint(
      {
        params: ResponseKey,
        body: NewErasure,
        takesItsTime: true,
        replies: replies.erasure.POST,
        summary: 'Erase the words of a response; it goes on counting',
      },
      eraseOne,
    ),
  );

async function find(
  { params, query }: { params: SurveyKey; query: v.InferOutput<typeof ByReceipt> },
  { context, scope }: Call,
): Promise<Erasable> {
  const { id: survey } = await readSurvey(context, params.survey);
  const id = await idOfReceipt(context, survey, query.receipt);
  const stored = await responsesIn(scope, context).one({ survey, id });
  const { receipt, status, office, by, revision = 1 } = stored;
  return {
    ...{ id, receipt, status, office, by },
    receivedAt: stored.receivedAt.toISOString(),
    province: stored.place.province,
    issues: stored.issues.length,
    earlierRevisions: revision - 1,
    erasedAt: stored.erasedAt?.toISOString() ?? null,
  };
}

async function eraseByReceipt(
  { params, body }: { params: SurveyKey; body: NewErasureByReceipt },
  call: Call,
) {
  const { id: survey } = await readSurvey(call.context, params.survey);
  const reason = readReason(body.reason);
  const id = await idOfReceipt(call.context, survey, body.receipt);
  return await eraseNoted({ survey, id }, reason, call);
}

function eraseOne({ params, body }: { params: ResponseKey; body: NewErasure }, call: Call) {
  return eraseNoted(params, readReason(body.reason), call);
}

/** Several who ask for the same at once come one after the other: the record says it once. */
async function eraseNoted(
  address: ResponseKey,
  reason: string,
  call: Call,
): Promise<Erased | Reply<201, Erased>> {
  return await oneAtATime(address.id, async () => {
    const reader = responsesIn(call.scope, call.context);
    const isErased = (await reader.one(address)).erasedAt !== undefined;
    const work = () => erase(call.context, reader, address, { by: call.user.username, reason });
    const { stored, rows, byUs } = isErased
      ? await work()
      : await noted(address, reason, call, work);
    const { _id: id, receipt, erasedAt = call.context.now() } = stored;
    const erased = { id, receipt, erasedAt: erasedAt.toISOString(), rows };
    return byUs ? created(erased) : erased;
  });
}

/** The record says that it was asked for, and why, before it is done; and when somebody in another process was first. */
async function noted(
  { id }: ResponseKey,
  reason: string,
  call: Call,
  work: () => Promise<ErasedNow>,
): Promise<ErasedNow> {
  const changes = [{ field: 'reason', before: null, after: reason }];
  const happening = { what: 'response-erased', on: `response:${id}`, changes } as const;
  const ours = await auditOf(call).before(happening, async () => {
    const done = await work();
    return done.byUs ? done : null;
  });
  return ours ?? (await work());
}

/** by the ids of responses: the last that is under way in this process */
const underWay = new Map<string, Promise<unknown>>();

async function oneAtATime<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(id) ?? Promise.resolve();
  const mine = before.then(work, work);
  underWay.set(id, mine);
  try {
    return await mine;
  } finally {
    if (underWay.get(id) === mine) underWay.delete(id);
  }
}
