// How things stand, for `GET /metrics`: read only when somebody asks. The database is asked nothing but whether it answers.
import type { Context } from './context.ts';
import { knownFormat } from './db/migrations/steps.ts';
import { watchEventLoop } from './metrics/event-loop.ts';
import { newestIn } from './metrics/newest-backup.ts';
import { sayMetrics } from './metrics/of-all-processes.ts';
import { watchProcess } from './metrics/process-state.ts';
import { countSetAside } from './responses/left-out.ts';
import { versionOfRabfang } from './version.ts';

/** Once for each context. */
export function watchState(context: Context): void {
  const { metrics, db, stopping } = context;
  metrics.listenTo(db.busy);
  watchEventLoop(metrics, stopping);
  watchProcess(metrics);
  watchWork(context);
  watchFigures(context);
  watchKeeping(context);
  sayMetrics(metrics.registry);
}

const labelsOfBuild = ['version', 'node', 'engine', 'format'] as const;

/** A gauge without labels. */
function say({ metrics }: Context, name: string, help: string, value: () => number): void {
  metrics.gauge(name, help, [], (set) => set({}, value()));
}

function watchWork(context: Context): void {
  const { metrics, config, db, limits, leases, stopping } = context;
  const build = {
    version: versionOfRabfang(),
    node: process.version,
    engine: db.engine,
    format: String(knownFormat),
  };
  metrics.gauge('build_info', 'What is running', labelsOfBuild, (set) => set(build, 1));
  say(context, 'processes', 'Processes that serve, as PROCESSES asks for', () => config.processes);
  say(context, 'stopping', '1 when it is about to stop', () => Number(stopping.aborted));
  say(
    context,
    'http_requests_in_flight',
    'Requests that wait for their answer',
    () => metrics.inFlight,
  );
  say(context, 'event_streams_open', 'Open event streams', () => limits.open.streams);
  say(context, 'uploads_open', 'Files that are arriving', () => limits.open.uploads);
  say(context, 'leases_held', 'Work that others would take over', () => leases.held);
}

function watchFigures(context: Context): void {
  const { facts, following } = context;
  say(context, 'facts_ready', '1 when figures are answered', () => Number(facts.ready));
  say(context, 'facts_responses', 'Responses in the columns', () => facts.size.responses);
  say(context, 'facts_issues', 'Issues in the columns', () => facts.size.issues);
  say(context, 'facts_bytes', 'Memory that the columns take', () => facts.size.bytes);
  say(
    context,
    'follower_lag_seconds',
    'How long ago this process had seen everything that others stored',
    () => following.lagMs / 1000,
  );
  say(
    context,
    'drift',
    'Responses found counted otherwise than stored, and mended: always 0',
    () => facts.drift,
  );
}

function watchKeeping(context: Context): void {
  const { metrics, db, config } = context;
  const { backupDir } = config;
  say(context, 'set_aside', 'Stored documents that are damaged: in no figure', () =>
    countSetAside(context),
  );
  metrics.gauge('database_up', '1 when the database answers at once', [], async (set) => {
    const isUp = await db.ping().then(
      () => true,
      () => false,
    );
    set({}, Number(isUp));
  });
  metrics.gauge('newest_backup_timestamp_seconds', 'When the newest backup was made', [], (set) => {
    if (backupDir !== undefined) set({}, newestIn(backupDir));
  });
}
