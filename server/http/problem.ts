// Failures: handlers and operations only throw `problem(…)`; this file writes them (RFC 9457). Mounted last, after the 404.
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { ProblemDetails, ProblemType } from '../../shared/api/problems.ts';
import { problemTypes } from '../../shared/api/problems.ts';
import { writeText } from './compress.ts';
import { routeOf } from './ended-request.ts';

interface Extra {
  /** about this case, for a person; no secrets, no personal data */
  detail?: string;
  /** seconds, sent as the header of that name */
  retryAfter?: number;
  [extension: string]: unknown;
}

export class Problem extends Error {
  readonly type: ProblemType;
  readonly extra: Extra;
  constructor(type: ProblemType, extra: Extra) {
    super(extra.detail ?? problemTypes[type].title);
    this.type = type;
    this.extra = extra;
  }
}

export function problem(type: ProblemType, extra: Extra = {}): Problem {
  return new Problem(type, extra);
}

export const notFound: RequestHandler = () => {
  throw problem('not-found');
};

/** What a failure of something we stand on (the database) means as a problem; undefined when it says nothing. */
export type Translate = (error: unknown) => Problem | undefined;

/**
 * `whoOf`: who asks, as the log may say it. Refusals are logged at `info`: they are what an attack looks like.
 */
export function problemWriter(
  translate: Translate,
  whoOf: (req: Request, res: Response) => object,
): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const known = toProblem(error, translate);
    res.locals.problem = known.type;
    if (isRefusal(req, known))
      req.log?.info(
        { method: req.method, route: routeOf(req), problem: known.type, ...whoOf(req, res) },
        'refused',
      );
    if (known.type === 'unexpected') req.log?.error({ err: error }, 'unexpected failure');
    else if (problemTypes[known.type].status >= 500)
      req.log?.warn({ problem: known.type }, 'not served');
    if (res.headersSent) {
      req.log?.warn({ problem: known.type }, 'failed after the answer had begun');
      res.destroy();
      return;
    }
    writeProblem(res, known, String(req.id ?? ''));
  };
}

const refusals = new Set([401, 403, 408, 413, 429]);

/** Each page asks first whether anybody is signed in: that nobody is, is no attack. */
function isRefusal(req: Request, { type }: Problem): boolean {
  const isQuestion =
    req.method === 'GET' && type === 'signed-out' && routeOf(req) === '/api/session';
  return refusals.has(problemTypes[type].status) && !isQuestion;
}

function writeProblem(res: Response, known: Problem, instance: string): void {
  const { status, title } = problemTypes[known.type];
  const { retryAfter, ...extra } = known.extra;
  const body: ProblemDetails = {
    type: `/problems/${known.type}`,
    title,
    status,
    ...extra,
    instance,
  };
  const wait = retryAfter ?? (status === 503 ? 2 : undefined);
  if (wait !== undefined) res.set('Retry-After', String(Math.max(1, Math.ceil(wait))));
  if (status === 401) res.set('WWW-Authenticate', 'Bearer');
  // a request whose body was not read to its end leaves a connection that cannot be used again
  if (status === 413 || (!res.req.complete && status >= 400)) res.set('Connection', 'close');
  res.status(status).set('Cache-Control', 'no-store');
  writeText(res, 'application/problem+json; charset=utf-8', JSON.stringify(body));
}

/** Every failure becomes a registered problem; what nobody foresaw becomes `unexpected` and leaks nothing. */
function toProblem(error: unknown, translate: Translate): Problem {
  if (error instanceof Problem) return error;
  return translate(error) ?? fromReading(error) ?? problem('unexpected');
}

/** What express and its parser say about a request that cannot be read. */
function fromReading(error: unknown): Problem | undefined {
  const { type, status } = error as { type?: string; status?: number };
  switch (type) {
    case 'entity.too.large':
      return problem('too-large', { detail: 'The body is larger than is read here.' });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return problem('wrong-media-type');
    case 'entity.parse.failed':
      return problem('unreadable', { detail: 'The body is not valid JSON.' });
    case 'request.aborted':
    case 'request.size.invalid':
      return problem('unreadable', { detail: 'The request ended too early.' });
  }
  if (error instanceof URIError || status === 400)
    return problem('unreadable', { detail: 'The address could not be read.' });
  return undefined;
}
