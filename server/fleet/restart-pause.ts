// How long to wait before a process that died is started again: hardly, or longer and longer when it dies as soon as it is there.
const shortestMs = 250;
const longestMs = 60_000;
/** who served for so long did not die of how it was started */
const steadyMs = 60_000;

/** `before`: the pause before the one that died; `servedMs`: how long that one served, 0 when it never came to it. */
export function restartPause(before: number, servedMs: number): number {
  if (servedMs >= steadyMs) return shortestMs;
  return Math.min(longestMs, Math.max(shortestMs, before * 2));
}
