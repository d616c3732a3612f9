// When the outbox tries again after a dead line, a busy server or a sign-out.

import type { Outcome } from './outbox-machine.ts';
import type { HoldReason, OutboxQueue } from './outbox-set.ts';

const firstWaitMs = 5_000;
const longestWaitMs = 120_000;
const longestRetryAfterMs = 15 * 60_000;

/** Doubles from 5 s to 2 min; `jitter` in [0, 1) spreads phones that lost the same mast by up to a quarter. */
export function backOffMs(failures: number, jitter: number): number {
  const base = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(Math.max(failures, 1) - 1, 10));
  return Math.round(base * (1 - jitter / 4));
}

/** The queue after an outcome that stops everything (dead line, busy server, signed out), or null. */
export function holdFor(
  queue: OutboxQueue,
  outcome: Outcome,
  now: number,
  jitter: number,
): OutboxQueue | null {
  const failures = queue.failures + 1;
  const hold = (why: HoldReason, ms: number): OutboxQueue => ({
    hold: { why, until: now + ms },
    failures,
    lastTryAt: now,
  });
  if (outcome.kind === 'receipt') return null;
  if (outcome.kind === 'unreachable') return hold('unreachable', backOffMs(failures, jitter));
  if (outcome.status === 401 || outcome.type === 'second-factor-required')
    return hold('signed-out', Number.POSITIVE_INFINITY);
  if (outcome.status !== 429 && outcome.status !== 503) return null;
  const asked = outcome.retryAfterMs ?? backOffMs(failures, jitter);
  return hold('server-busy', Math.min(asked, longestRetryAfterMs));
}
