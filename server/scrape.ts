// `GET /metrics`: what was counted since the start, and how things stand now, as Prometheus reads it. It asks the database nothing
// but whether it answers.
import { hash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Call, Context } from './context.ts';
import { written } from './http/endpoint.ts';
import { problem } from './http/problem.ts';
import { watchEventLoop } from './metrics/event-loop.ts';
import { newestIn } from './metrics/newest-backup.ts';
import { expositionOf, sayMetrics } from './metrics/of-all-processes.ts';
import { watchProcess } from './metrics/process-state.ts';
import { countSetAside } from './responses/left-out.ts';
import { versionOfRabfang } from './version.ts';

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

/** What is read only when it is asked for. Once for each context. */
export function watchState(context: Context): void {
  const { metrics, facts, db, limits, leases, stopping } = context;
  metrics.listenTo(db.busy);
  watchEventLoop(metrics, stopping);
  watchProcess(metrics);
  sayMetrics(metrics.registry);
  const now = (name: string, help: string, value: () => number) =>
    metrics.gauge(name, help, [], (set) => set({}, value()));
  now('http_requests_in_flight', 'Requests that wait for their answer', () => metrics.inFlight);
  now('event_streams_open', 'Open event streams', () => limits.open.streams);
  now('uploads_open', 'Files that are arriving', () => limits.open.uploads);
  now('leases_held', 'Work under way that others would take over', () => leases.held);
  now('facts_ready', '1 when figures are answered', () => Number(facts.ready));
  now('facts_responses', 'Responses in the columns', () => facts.size.responses);
  now('facts_issues', 'Issues in the columns', () => facts.size.issues);
  now('facts_bytes', 'Memory that the columns take', () => facts.size.bytes);
  now('follower_lag_seconds', 'Since others were all heard', () => context.following.lagMs / 1000);
  now(
    'drift',
    'Responses found counted otherwise than stored, and mended: always 0',
    () => facts.drift,
  );
  now('set_aside', 'Stored documents that are damaged: in no figure', () => countSetAside(context));
  now('processes', 'Processes that serve, as PROCESSES asks for', () => context.config.processes);
  now('stopping', '1 when the server is about to stop', () => Number(stopping.aborted));
  metrics.gauge('database_up', '1 when the database answers at once', [], async (set) =>
    set(
      {},
      await db.ping().then(
        () => 1,
        () => 0,
      ),
    ),
  );
  const { backupDir } = context.config;
  metrics.gauge('newest_backup_timestamp_seconds', 'When the newest backup was made', [], (set) => {
    if (backupDir !== undefined) set({}, newestIn(backupDir));
  });
  const build = { version: versionOfRabfang(), node: process.version, engine: db.engine };
  metrics.gauge('build_info', 'What is running', ['version', 'node', 'engine'], (set) =>
    set(build, 1),
  );
}
