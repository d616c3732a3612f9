// Whether the process lives, whether it can serve, and how it fares.
import { Router } from 'express';
import { paths } from '../shared/api/paths.ts';
import { replies } from '../shared/api/replies.ts';
import type { Call } from './context.ts';
import { endpoint } from './http/endpoint.ts';
import { may } from './http/permissions.ts';
import { problem } from './http/problem.ts';
import { countSetAside } from './responses/left-out.ts';
import { answerScrape } from './scrape.ts';

export const health = Router()
  .get(
    paths.healthz(),
    may('read-health'),
    endpoint({ replies: replies.healthz.GET, summary: 'The process lives' }, () => ({
      status: 'alive',
    })),
  )
  .get(
    paths.readyz(),
    may('read-health'),
    endpoint(
      { replies: replies.readyz.GET, summary: 'The database answers and the facts are complete' },
      ready,
    ),
  )
  .get(
    paths.metrics(),
    may('read-metrics'),
    endpoint(
      { summary: 'Metrics as Prometheus reads them; from elsewhere with METRICS_TOKEN as bearer' },
      answerScrape,
    ),
  );

async function ready(_input: object, { context }: Call) {
  if (context.stopping.aborted) throw problem('not-ready', { detail: 'The server is stopping.' });
  if (!context.facts.ready)
    throw problem('not-ready', { detail: counting(context.facts.size), retryAfter: 2 });
  await context.db.ping();
  const { drift } = context.facts;
  const { lagMs } = context.following;
  return { status: 'ready', setAside: countSetAside(context), drift, lagMs } as const;
}

const counting = ({ responses }: { readonly responses: number }): string =>
  `The responses are being counted: ${responses.toLocaleString('en')} so far.`;
