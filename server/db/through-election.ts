// Work that goes on after an election instead of failing: a step is tried again for longer than one takes.
import { setTimeout as wait } from 'node:timers/promises';
import { isStorageUnavailable } from './failures.ts';

/** the slowest election of a set with the usual settings takes some 12 s; a member that is stopped is noticed in 6 */
const longestMs = 40_000;
const againMs = 500;

interface Patience {
  /** ends the waiting: a server that stops waits for nobody */
  readonly stopping?: AbortSignal | undefined;
  readonly withinMs?: number;
  /** it will be tried again */
  readonly onFirstFailure?: () => void;
}

/**
 * Tries a step again while the database cannot be reached. Only for steps that may be done twice: the first try may have been
 * done without anybody hearing of it. @throws what the step does, at last
 */
export async function throughElection<T>(
  step: () => Promise<T>,
  { stopping, withinMs = longestMs, onFirstFailure = () => undefined }: Patience = {},
): Promise<T> {
  const until = performance.now() + withinMs;
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      const isOver = stopping?.aborted || performance.now() + againMs > until;
      if (isOver || !isStorageUnavailable(error)) throw error;
    }
    if (tries === 1) onFirstFailure();
    await wait(againMs);
  }
}
