// Who asks this process to stop: a signal, or the end of the npm that started it.

const parentCheckMs = 250;

/** Calls `stop` for each of them; it must bear being called again. */
export function whenAskedToStop(stop: () => void): void {
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  stopWithParent(stop);
}

/**
 * `npm start` puts npm and a shell above this process, and neither hands every signal on: when they are gone, so is who
 * would stop it.
 */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== 'start' || parent === 1) return;
  setInterval(() => process.ppid !== parent && stop(), parentCheckMs).unref();
}
