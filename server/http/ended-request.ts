// A request whose answer is out, or cut, as it is logged and counted: nothing in it is what a sender wrote.
import type { Request, Response } from 'express';
import type { ProblemType } from '../../shared/api/problems.ts';

export interface EndedRequest {
  readonly method: string;
  /** express pattern such as `/api/surveys/:survey`; `static` for the client's files, `none` where nothing answers */
  readonly route: string;
  /** `cut`: its sender left before anything was answered */
  readonly status: number | 'cut';
  readonly problem: ProblemType | undefined;
  readonly ms: number;
  /** an event stream: as long as somebody reads it */
  readonly isStream: boolean;
}

/** What counts requests. */
export interface RequestMeter {
  /** requests that wait for their answer */
  inFlight: number;
  /** handlers that have not come to their end, also those whose sender has left */
  atWork: number;
  countRequest(ended: EndedRequest): void;
}

export const meterOf = (req: Request): RequestMeter =>
  (req.app.locals.context as { readonly metrics: RequestMeter }).metrics; // set by createApp

/** node's parser knows some forty; those that nothing here answers share a name */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function endedRequest(req: Request, res: Response, ms: number): EndedRequest {
  const { headersSent, statusCode } = res;
  return {
    method: methods.has(req.method) ? req.method : 'other',
    route: routeOf(req) ?? (headersSent && statusCode < 400 ? 'static' : 'none'),
    status: headersSent ? statusCode : 'cut',
    problem: res.locals.problem, // set by the writer of problems
    ms,
    isStream: String(res.getHeader('Content-Type')).startsWith('text/event-stream'),
  };
}

/** `/api/surveys/:survey`; undefined where no route answered. */
export function routeOf(req: Request): string | undefined {
  const { path } = (req.route ?? {}) as { path?: unknown }; // set by express once a route matches
  return typeof path === 'string' ? path : undefined;
}
