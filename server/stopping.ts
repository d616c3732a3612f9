// The signal that the server stops: each open stream listens to it, so many listeners are meant and no leak.
import { setMaxListeners } from 'node:events';
import { atOnce } from './http/limits.ts';

/**
 * the server's own, which listen as long as it runs: watching leases, the self-check, watching the event loop, following others
 * (itself, and while it waits), the work of rules
 */
export const ownListeners = 6;

export function makeStopping(): AbortController {
  const stopping = new AbortController();
  setMaxListeners(atOnce.streams.inAll + ownListeners, stopping.signal);
  return stopping;
}
