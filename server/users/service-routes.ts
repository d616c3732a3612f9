// Signing in by the organisation's own service: to it, and back from it. Both are pages that a browser is sent to, so what goes wrong is
// said by a page of ours too.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { Problem, problem } from '../http/problem.ts';
import { ServiceRefusal } from '../single-sign-on/refusal.ts';
import type { SignInService } from '../single-sign-on/sign-in-service.ts';
import { addService, personOfClaims } from './arrive.ts';
import { bySignInService, enter } from './enter.ts';
import { noteLimited } from './note-limited.ts';
import {
  openPending,
  type PendingSignIn,
  pageToGoOnTo,
  pendingForMs,
  sealPending,
} from './pending-sign-in.ts';
import { seal, unseal } from './seal.ts';
import { clearPendingCookie, pendingOf, setPendingCookie } from './session-cookie.ts';
import { countReturn, forgetReturn, takeOnce } from './sign-in-limit.ts';
import { storedSessions } from './user.model.ts';

const Beginning = v.object({ next: v.optional(v.pipe(v.string(), v.maxLength(1000))) });
type Beginning = v.InferOutput<typeof Beginning>;

export const serviceRoutes = Router()
  .get(
    paths.signInService(),
    may('sign-in'),
    endpoint(
      {
        query: Beginning,
        replies: replies.signInService.GET,
        summary: 'Sign in by the organisation’s own service: leads a browser there',
      },
      begin,
    ),
  )
  .get(
    paths.signInServiceReturn(),
    may('sign-in'),
    endpoint(
      {
        ignoresQuery: true,
        replies: replies.signInServiceReturn.GET,
        summary: 'Where the service leads a browser back to',
      },
      comeBack,
    ),
  );

async function begin({ query }: { query: Beginning }, call: Call) {
  const next = pageToGoOnTo(query.next);
  try {
    return goTo(await wayToService(call, { next, adding: null }));
  } catch (error) {
    return goTo(pageOf(error, next));
  }
}

/** The address there; the browser keeps what must come back with it. @throws ServiceRefusal */
export async function wayToService(
  call: Call,
  more: Pick<PendingSignIn, 'next' | 'adding'>,
): Promise<string> {
  const { context, req, res } = call;
  const back = ownAddress(call, paths.signInServiceReturn());
  const { url, secrets } = await serviceOf(call).begin(back);
  setPendingCookie(req, res, sealPending(context, { ...secrets, ...more }), pendingForMs);
  return url.href;
}

async function comeBack(_input: object, call: Call) {
  const { context, req, res } = call;
  const service = serviceOf(call);
  const pending = openPending(context, pendingOf(req));
  clearPendingCookie(req, res);
  try {
    await countReturn(context, req.ip ?? '', () => noteLimited(call, null));
    if (!pending || req.query.state !== pending.state) throw new ServiceRefusal('over');
    await takeOnce(context, pending.state);
    const cameTo = new URL(ownAddress(call, paths.signInServiceReturn()));
    cameTo.search = new URL(req.originalUrl, cameTo).search;
    const { claims, idToken } = await service.finish(cameTo, pending);
    if (pending.adding) {
      await addService(call, service.settings, claims, pending.adding);
      await forgetReturn(context, req.ip ?? '');
      return goTo('/#/me?service=added');
    }
    const person = await personOfClaims(call, service.settings, claims);
    const kept = idToken !== undefined && idToken.length <= longestKept ? idToken : '';
    await enter(call, person, seal(context, { purpose: 'id token', of: person._id }, kept));
    await forgetReturn(context, req.ip ?? '');
    return goTo(`/#${pending.next}`);
  } catch (error) {
    await noteRefusal(call, error);
    return goTo(
      pending?.adding ? `/#/me?service=${reasonOf(error)}` : pageOf(error, pending?.next),
    );
  }
}

/** some services put every group of a person into it */
const longestKept = 8000;

/** @throws not-found */
export function serviceOf({ context }: Pick<Call, 'context'>): SignInService {
  if (context.signInService) return context.signInService;
  throw problem('not-found', { detail: 'There is no sign-in service here.' });
}

/** As browsers reach it. */
function ownAddress({ context, req }: Pick<Call, 'context' | 'req'>, path: string): string {
  return `${context.config.origin ?? `${req.protocol}://${req.get('host')}`}${path}`;
}

const goTo = (address: string) => new Reply(303, undefined, { Location: address });

/** The sign-in page, with what it shall say. @throws what is no refusal */
function pageOf(error: unknown, next = '/home'): string {
  return `/#/signin?refused=${reasonOf(error)}&next=${encodeURIComponent(next)}`;
}

/** Of somebody whom nobody knows here, nothing of what they are called. */
async function noteRefusal(call: Call, error: unknown): Promise<void> {
  if (!(error instanceof ServiceRefusal) || saysNothing.has(error.reason)) return;
  const { reason, username } = error;
  await auditOf(call).note({
    what: 'sign-in-refused',
    on: username === undefined ? null : `person:${username}`,
    who: null,
    changes: [...bySignInService, { field: 'reason', before: null, after: reason }],
  });
}

/** nobody has been refused anything */
const saysNothing = new Set<ServiceRefusal['reason']>(['declined', 'unreachable']);

function reasonOf(error: unknown): ServiceRefusal['reason'] {
  if (error instanceof ServiceRefusal) return error.reason;
  if (error instanceof Problem && error.type === 'too-many-tries') return 'too-many';
  throw error;
}

/** Where a browser goes on to when it has signed out here, so that the session at the service ends too. */
export async function whereToSignOutToo({
  context,
  req,
  res,
}: Pick<Call, 'context' | 'req' | 'res'>): Promise<string | undefined> {
  const session = await context.db.byId(storedSessions, String(res.locals.sessionId));
  if (!session?.byService || !context.signInService) return undefined;
  const of = session.username;
  const idToken = unseal(context, { purpose: 'id token', of }, session.byService);
  return await context.signInService.endAddress(
    idToken || undefined,
    ownAddress({ context, req }, '/'),
  );
}
