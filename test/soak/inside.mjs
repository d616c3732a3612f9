// Loaded into the server before anything else: what only the process itself knows, told every few seconds.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const everyMs = 5000;
/** what is held, and not only left to be collected: once in so many looks */
const collectEvery = 6;
const resolution = 2;
const million = 1e6;

// not in what the server starts itself: that inherits this, and has a channel of its own
if (process.argv[1]?.endsWith('main.js') && process.send) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  let looks = 0;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let before = performance.eventLoopUtilization();
  // the histogram holds the whole time between two looks
  const late = (nanoseconds) => Math.max(0, nanoseconds / million - resolution);
  const tell = () => {
    looks += 1;
    const collected = looks % collectEvery === 0;
    const times = { lateP99: late(delay.percentile(99)), lateMost: late(delay.max) };
    if (collected) collect();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const now = performance.eventLoopUtilization();
    const counts = {};
    for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
    process.send({
      rss,
      heapUsed,
      arrayBuffers,
      busy: performance.eventLoopUtilization(now, before).utilization,
      ...times,
      collected,
      resources: counts,
    });
    before = now;
    // the stop of our own collection is not the server's
    setImmediate(() => delay.reset());
  };
  setInterval(tell, everyMs).unref();
  process.channel?.unref();
}
