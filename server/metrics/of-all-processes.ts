// Metrics of a fleet (PROCESSES): whichever process is asked answers for all. It asks the one above, which asks the others; each
// sample then says of which process it is. One that does not answer in time is missing, and only that.
import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import {
  AggregatorRegistry,
  type MetricObjectWithValues,
  type MetricValue,
  type Registry,
} from 'prom-client';

export type SaidMetrics = MetricObjectWithValues<MetricValue<string>>[];

/** Between a process and the one above it, both ways; `ask` names the scrape. */
export type AboutMetrics =
  | { readonly kind: 'metrics-wanted'; readonly ask: string }
  | { readonly kind: 'metrics-said'; readonly ask: string; readonly metrics: SaidMetrics }
  | { readonly kind: 'metrics-of-all'; readonly ask: string; readonly all: MetricsByPlace };

/** numbers of the places in a fleet, which whoever replaces a dead process takes over */
export type MetricsByPlace = readonly (readonly [place: number, metrics: SaidMetrics])[];

/** Node, libraries and the fleet send messages of their own over the same channel. */
export function isAboutMetrics(message: unknown): message is AboutMetrics {
  return String((message as Partial<AboutMetrics> | null)?.kind).startsWith('metrics-');
}

/** the one above waits for a second */
const answerWithinMs = 2_000;
const waiting = new Map<string, (all: MetricsByPlace) => void>();

/** In a process of a fleet: says its metrics when another is asked for them. */
export function sayMetrics(registry: Registry): void {
  if (!cluster.isWorker) return;
  process.on('message', (message) => {
    if (!isAboutMetrics(message)) return;
    const { ask } = message;
    if (message.kind === 'metrics-of-all') waiting.get(ask)?.(message.all);
    else if (message.kind === 'metrics-wanted')
      void registry
        .getMetricsAsJSON()
        .then((metrics) => tellAbove({ kind: 'metrics-said', ask, metrics }));
  });
}

/** The text for Prometheus: of this process, or of all in a fleet. */
export async function expositionOf(registry: Registry): Promise<string> {
  if (!cluster.isWorker) return await registry.metrics();
  const all = await metricsOfAll();
  return all ? await mergedMetrics(all).metrics() : await registry.metrics();
}

/** undefined: the one above does not answer, which ends with it soon */
function metricsOfAll(): Promise<MetricsByPlace | undefined> {
  const ask = randomUUID();
  return new Promise<MetricsByPlace | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), answerWithinMs);
    waiting.set(ask, (all) => {
      clearTimeout(timer);
      resolve(all);
    });
    tellAbove({ kind: 'metrics-wanted', ask });
  }).finally(() => waiting.delete(ask));
}

function tellAbove(message: AboutMetrics): void {
  // who is gone hears nothing
  process.send?.(message, undefined, undefined, () => undefined);
}

/** One of each metric, with a sample of each process. */
export function mergedMetrics(all: MetricsByPlace): Registry {
  return AggregatorRegistry.aggregate(
    all.map(([place, metrics]) =>
      metrics.map((metric) => ({
        ...metric,
        values: metric.values.map((one) => ({
          ...one,
          labels: { ...one.labels, process: String(place) },
        })),
      })),
    ),
  );
}
