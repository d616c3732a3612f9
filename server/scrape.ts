// `GET /metrics`: what was counted since the start (metrics/), and how things stand now (watch-state.ts), as Prometheus reads it.
import { hash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Call, Context } from './context.ts';
import { written } from './http/endpoint.ts';
import { problem } from './http/problem.ts';
import { expositionOf } from './metrics/of-all-processes.ts';

/** @throws signed-out to who is elsewhere and has no token */
export async function answerScrape(_input: object, { context, req, res }: Call) {
  refuseStranger(req, context.config);
  const { registry } = context.metrics;
  const text = await expositionOf(registry);
  res.set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text);
  return written;
}

/** @throws signed-out */
function refuseStranger(
  req: Request,
  { metricsToken, proxies, origin }: Pick<Context['config'], 'metricsToken' | 'proxies' | 'origin'>,
): void {
  const [, given] = /^bearer (\S+)$/i.exec(req.get('authorization') ?? '') ?? [];
  if (metricsToken !== undefined && given !== undefined && isSame(given, metricsToken)) return;
  // behind a proxy on this machine the whole world comes from here
  const isBehindProxy = proxies > 0 || origin?.startsWith('https:');
  if (!isBehindProxy && isFromHere(req)) return;
  throw problem('signed-out', {
    detail:
      'Metrics are read on the machine itself, past any proxy, or with the token that METRICS_TOKEN sets.',
  });
}

const addedByProxies = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];
const ofAnyProxy = [...addedByProxies, 'forwarded', 'via'];

/** By its socket; headers can only say that somebody stands between. */
function isFromHere({ socket, headers }: Request): boolean {
  const address = socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(::ffff:)?127\./.test(address);
  return isLoopback && !ofAnyProxy.some((name) => headers[name] !== undefined);
}

/** In a time that tells nothing. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(one), digest(other));
}
