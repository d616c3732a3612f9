// Nobody is kept waiting for long by something that we stand on and that does not answer.
import { problem } from './problem.ts';

/** how long finding out who asks may take, and then doing what is asked: together less than the 10 s that anybody waits */
export const identifyWithinMs = 3_000;
export const answerWithinMs = 6_000;

/**
 * The outcome of `work`, if it comes in time. Late work goes on by itself and its outcome is heard by nobody: a write must be one
 * that can be sent again. `hasBegun`: an answer that is on its way is not late. @throws storage-unavailable
 */
export function inTime<T>(
  work: Promise<T>,
  ms: number,
  hasBegun: () => boolean = () => false,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      if (!hasBegun()) reject(problem('storage-unavailable', { detail, retryAfter: 5 }));
    }, ms);
    work.then(
      (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

const detail =
  'It takes longer than anybody should wait. Try again: what was stored is known then.';
