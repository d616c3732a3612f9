// Whether the line and the session are still those of the person whose sets are about to go out.
import { paths } from '../../shared/api/paths.ts';
import { ApiProblem, api } from './api.ts';
import type { Outcome } from './outbox-machine.ts';
import { holdFor } from './outbox-retry.ts';
import type { OutboxQueue } from './outbox-set.ts';
import { writeSettled } from './outbox-store.ts';
import { refreshSession } from './session.ts';

/** On a shared phone somebody else may have signed in from another page: their cookie must not send these sets. */
export async function isStill(me: string, queue: OutboxQueue): Promise<boolean> {
  let outcome: Outcome = signedOut;
  try {
    const session = await api(paths.session());
    if (session.user.username === me) return true;
  } catch (error) {
    // An answer that is not JSON comes from something between us and the server: no connection either.
    outcome = error instanceof ApiProblem ? toOutcome(error) : { kind: 'unreachable' };
  }
  const held = holdFor(queue, outcome, Date.now(), Math.random());
  await writeSettled(null, held ?? queue);
  if (outcome === signedOut) await refreshSession();
  return false;
}

const signedOut: Outcome = {
  kind: 'problem',
  status: 401,
  type: 'signed-out',
  retryAfterMs: null,
  violations: [],
  request: null,
};

function toOutcome(problem: ApiProblem): Outcome {
  const { status, type, retryAfter } = problem;
  if (![401, 429, 503].includes(status)) return { kind: 'unreachable' };
  const retryAfterMs = retryAfter === null ? null : retryAfter * 1000;
  return { kind: 'problem', status, type, retryAfterMs, violations: [], request: problem.instance };
}
