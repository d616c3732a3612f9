// Guessing passwords is slowed down by name and by address. Kept in this process: a restart forgives.
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from '../http/problem.ts';

const minutes15 = 15 * 60;
const limits = {
  /** one address guessing at one name; the right person elsewhere is not kept out */
  pair: new RateLimiterMemory({ keyPrefix: 'pair', points: 10, duration: minutes15 }),
  /** many addresses guessing at one name */
  name: new RateLimiterMemory({ keyPrefix: 'name', points: 100, duration: minutes15 }),
  /** one address guessing at many names; a whole office may sit behind one */
  address: new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: minutes15 }),
};

const keysOf = (username: string, address: string) =>
  ({ pair: `${username}\n${address}`, name: username, address }) as const;

/** Counts a try before it is judged. `username` in lower case. @throws too-many-tries with the seconds to wait */
export async function countTry(username: string, address: string): Promise<void> {
  const keys = keysOf(username, address);
  try {
    await limits.pair.consume(keys.pair);
    await limits.name.consume(keys.name);
    await limits.address.consume(keys.address);
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

/** Signing in rightly clears the pair's tries and gives name and address their one back. */
export async function forgetTries(username: string, address: string): Promise<void> {
  const keys = keysOf(username, address);
  await limits.pair.delete(keys.pair);
  await limits.name.reward(keys.name);
  await limits.address.reward(keys.address);
}
