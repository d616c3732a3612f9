// Every request to the server goes through here. A failure is always an ApiProblem.
import type { ApiPath, Method, ReplyTo } from '../../shared/api/paths.ts';
import type { ProblemDetails, ProblemType } from '../../shared/api/problems.ts';
import type { Violation } from '../../shared/survey/violation.ts';
import { hearClock } from './server-clock.ts';

/** What the server says, or what happens when it says nothing: no network, too slow. */
export type FailureType = ProblemType | 'offline' | 'timed-out';

export class ApiProblem extends Error {
  readonly type: FailureType;
  /** HTTP status; 0 when there was no answer */
  readonly status: number;
  readonly violations: readonly Violation[];
  /** the request's id, to be told to whoever looks into it */
  readonly instance: string | null;
  /** seconds */
  readonly retryAfter: number | null;
  /** the whole problem, with the members only some types have */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    type: FailureType,
    status: number,
    details: Record<string, unknown>,
    retryAfter: number | null,
  ) {
    super(typeof details.title === 'string' ? details.title : type);
    this.name = 'ApiProblem';
    this.type = type;
    this.status = status;
    this.violations = Array.isArray(details.violations) ? details.violations : [];
    this.instance = typeof details.instance === 'string' ? details.instance : null;
    this.retryAfter = retryAfter;
    this.details = details;
  }
}

export interface ApiRequest<M extends Method = Method> {
  readonly method?: M;
  /** sent as JSON; a form or a file is sent as it is */
  readonly body?: unknown;
  readonly query?: URLSearchParams;
  readonly signal?: AbortSignal;
  /** milliseconds until it counts as not answered; 30 s unless told */
  readonly timeoutMs?: number;
}

const signedOutListeners = new Set<(problem: ApiProblem) => void>();

/** Tells of every answer that says nobody is signed in. */
export function onSignedOut(listener: (problem: ApiProblem) => void): void {
  signedOutListeners.add(listener);
}

const secondFactorListeners = new Set<() => void>();

/** Tells of every answer that says that a second factor must be set up first. */
export function onSecondFactorRequired(listener: () => void): void {
  secondFactorListeners.add(listener);
}

/** Sends and reads JSON; `undefined` for 204. Throws ApiProblem, or AbortError when `signal` was used. */
export async function api<P extends ApiPath, M extends Method = 'GET'>(
  path: P,
  request: ApiRequest<M> = {},
): Promise<ReplyTo<P, M>> {
  const askedAt = Date.now();
  const reply = await send(path, request);
  hearClock(reply, askedAt);
  // what comes is what the route's schema says: the server is held to it by its compiler and its tests
  if (reply.ok) return (reply.status === 204 ? undefined : await reply.json()) as ReplyTo<P, M>;
  const problem = await toProblem(reply);
  if (problem.type === 'signed-out') for (const listener of signedOutListeners) listener(problem);
  if (problem.type === 'second-factor-required')
    for (const listener of secondFactorListeners) listener();
  throw problem;
}

async function send(path: string, request: ApiRequest): Promise<Response> {
  const { method = 'GET', body, query, signal, timeoutMs = 30_000 } = request;
  const isRaw = body instanceof FormData || body instanceof Blob;
  const timeout = AbortSignal.timeout(timeoutMs);
  const search = query && query.size > 0 ? `?${query}` : '';
  try {
    return await fetch(path + search, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : isRaw ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(timeout.aborted ? 'timed-out' : 'offline', 0, {}, null);
  }
}

/** Reads any failed answer, also those of something between us and the server that speaks no JSON. */
export async function toProblem(reply: Response): Promise<ApiProblem> {
  const details: Partial<ProblemDetails> = await reply.json().catch(() => ({}));
  const name = typeof details.type === 'string' ? details.type.split('/').pop() : undefined;
  const seconds = Number(reply.headers.get('retry-after'));
  return new ApiProblem(
    (name ?? (reply.status === 413 ? 'too-large' : 'unexpected')) as FailureType,
    reply.status,
    details,
    Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  );
}
