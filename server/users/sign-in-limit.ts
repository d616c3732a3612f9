// Guessing passwords is slowed down by name and by address. Kept in this process: a restart forgives.
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from '../http/problem.ts';

const byName = new RateLimiterMemory({ keyPrefix: 'name', points: 10, duration: 15 * 60 });
// a whole office may sit behind one address
const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: 15 * 60 });

/** Counts a try before it is judged. @throws too-many-tries with the seconds to wait */
export async function countTry(username: string, address: string): Promise<void> {
  try {
    await byName.consume(username.toLowerCase());
    await byAddress.consume(address);
  } catch (limit) {
    // the limiter rejects with its state; anything else is a failure of its own
    const wait = (limit as RateLimiterRes).msBeforeNext;
    if (wait === undefined) throw limit;
    throw problem('too-many-tries', {
      retryAfter: wait / 1000,
      detail: 'Wait before trying to sign in again.',
    });
  }
}

/** Signing in rightly clears the name's tries and gives the address its one back. */
export async function forgetTries(username: string, address: string): Promise<void> {
  await byName.delete(username.toLowerCase());
  await byAddress.reward(address);
}
