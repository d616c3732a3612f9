// Loaded into the server before anything else: what only the process itself knows, told every few seconds.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const everyMs = 5000;
const resolution = 2;
const million = 1e6;

// not in what the server starts itself: that inherits this, and has a channel of its own
if (process.argv[1]?.endsWith('main.js') && process.send) {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let before = performance.eventLoopUtilization();
  // the histogram holds the whole time between two looks
  const late = (nanoseconds) => Math.max(0, nanoseconds / million - resolution);
  const tell = () => {
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const now = performance.eventLoopUtilization();
    const counts = {};
    for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
    process.send({
      rss,
      heapUsed,
      arrayBuffers,
      busy: performance.eventLoopUtilization(now, before).utilization,
      lateP50: late(delay.percentile(50)),
      lateP99: late(delay.percentile(99)),
      lateMost: late(delay.max),
      resources: counts,
    });
    before = now;
    delay.reset();
  };
  setInterval(tell, everyMs).unref();
  process.channel?.unref();
}
