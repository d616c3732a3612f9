// How long whoever is ready waits for the one thread, and how busy it is. Read in windows of a few seconds that follow each other,
// so that however many ask, and however often, all see the same.
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metrics } from './metrics.ts';

const windowMs = 15_000;
/** between two looks; the histogram holds the time from one to the next */
const lookMs = 20;
const quantiles = [0.5, 0.99, 1] as const;

type Delays = Readonly<Record<(typeof quantiles)[number], number>>;

/** Until `stopping`. */
export function watchEventLoop(metrics: Metrics, stopping: AbortSignal): void {
  const histogram = monitorEventLoopDelay({ resolution: lookMs });
  histogram.enable();
  let last: { readonly delays: Delays; readonly utilisation: number } | undefined;
  let mark = performance.eventLoopUtilization();
  const read = () => ({
    delays: delaysOf(histogram),
    utilisation: performance.eventLoopUtilization(mark).utilization,
  });
  const timer = setInterval(() => {
    last = read();
    histogram.reset();
    mark = performance.eventLoopUtilization();
  }, windowMs);
  timer.unref();
  stopping.addEventListener('abort', () => {
    clearInterval(timer);
    histogram.disable();
  });
  metrics.gauge(
    'event_loop_delay_seconds',
    'How much later than planned the event loop came, in the last 15 seconds that are over',
    ['quantile'],
    (set) => {
      const { delays } = last ?? read();
      for (const quantile of quantiles)
        set({ quantile: String(quantile) }, delays[quantile] / 1000);
    },
  );
  metrics.gauge(
    'event_loop_utilisation',
    'Share of the last 15 seconds that are over in which the event loop was at work',
    [],
    (set) => set({}, (last ?? read()).utilisation),
  );
}

/** In milliseconds. */
function delaysOf(histogram: IntervalHistogram): Delays {
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - lookMs);
  if (histogram.count === 0) return { 0.5: 0, 0.99: 0, 1: 0 };
  return {
    0.5: late(histogram.percentile(50)),
    0.99: late(histogram.percentile(99)),
    1: late(histogram.max),
  };
}
