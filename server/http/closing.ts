// A server that stops lets go of its connections: each gets one more answer, and that one says that it is the last.
import type { RequestHandler } from 'express';

/** `stopping`: aborted when the server begins to stop. */
export function closing(stopping: AbortSignal): RequestHandler {
  return (_req, res, next) => {
    if (stopping.aborted) res.set('Connection', 'close');
    next();
  };
}
