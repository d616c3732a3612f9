// Whether the process lives, and whether it can serve.
import { Router } from 'express';
import type { Call } from './http/endpoint.ts';
import { endpoint } from './http/endpoint.ts';
import { may } from './http/permissions.ts';
import { problem } from './http/problem.ts';

export const health = Router()
  .get(
    '/healthz',
    may('read-health'),
    endpoint({ summary: 'The process lives' }, () => ({ status: 'alive' })),
  )
  .get(
    '/readyz',
    may('read-health'),
    endpoint({ summary: 'The database answers and the facts are complete' }, ready),
  );

async function ready(_input: object, { context }: Call) {
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.', retryAfter: 2 });
  await context.db.ping();
  return { status: 'ready' };
}
