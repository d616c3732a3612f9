// Structured logs without personal data: no bodies, no cookies, no tokens, no query values, no names.
import { randomUUID } from 'node:crypto';
import type { Express as App, Request, RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { endedRequest, type RequestMeter, routeOf } from './ended-request.ts';

declare global {
  namespace Express {
    interface Request {
      id: string;
      /** says with every line which request it is about */
      readonly log: Logger;
    }
  }
}

export function createLog(level: string): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return pino(options, pino.destination(2));
}

/** Most requests say nothing, so a log of their own is made when it is asked for. */
export function giveLog(app: App, log: Logger): void {
  Object.defineProperty(app.request, 'log', {
    get(this: Request) {
      return log.child({ request: this.id });
    },
  });
}

/** Gives each request an id of our own, counts it, and logs its end in one line: the pattern of its route, never what a sender wrote in its address. */
export function requestLog(log: Logger, meter: RequestMeter): RequestHandler {
  const isTold = log.isLevelEnabled('debug');
  return (req, res, next) => {
    req.id = randomUUID();
    res.setHeader('X-Request-Id', req.id);
    const started = performance.now();
    meter.inFlight++;
    res.once('close', () => {
      const took = performance.now() - started;
      meter.inFlight--;
      meter.countRequest(endedRequest(req, res, took));
      if (!isTold && res.statusCode < 500) return;
      const ms = Math.round(took * 10) / 10;
      const line = {
        method: req.method,
        route: routeOf(req),
        status: res.statusCode,
        ms,
        cut: !res.writableFinished,
      };
      if (res.statusCode >= 500) req.log.warn(line, 'request');
      else req.log.debug(line, 'request');
    });
    next();
  };
}

/** Messages of database errors repeat what was stored, so only the first line's class and place are kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const { code } = error as { code?: unknown };
  const fromDatabase = /mongo|sqlite|validation|cast/i.test(error.name);
  return {
    name: error.name,
    code,
    message: fromDatabase ? undefined : error.message.slice(0, 200),
    stack: frames.slice(0, 12),
  };
}
