// The process itself, under the names that every exporter of Node's processes uses.
import { readdirSync } from 'node:fs';
import type { Metrics } from './metrics.ts';

export function watchProcess(metrics: Metrics): void {
  const read = (name: string, help: string, value: () => number | undefined) =>
    metrics.gauge(name, help, [], (set) => {
      const now = value();
      if (now !== undefined) set({}, now);
    });
  read('process_cpu_seconds_total', 'CPU time of the process', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  read('process_start_time_seconds', 'When the process began, since 1970', () =>
    Math.round(performance.timeOrigin / 1000),
  );
  read('process_resident_memory_bytes', 'Memory that the process holds', () =>
    process.memoryUsage.rss(),
  );
  read('process_open_fds', 'Open files and connections', openFiles);
  metrics.gauge('nodejs_memory_bytes', 'What the memory is used for', ['part'], (set) => {
    const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
    for (const [part, bytes] of Object.entries({ heapUsed, heapTotal, external, arrayBuffers }))
      set({ part }, bytes);
  });
}

/** undefined where the system does not say */
function openFiles(): number | undefined {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return undefined;
  }
}
