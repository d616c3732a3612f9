// Guessing passwords is slowed down by address, by name and by both together. Kept in this process: a restart forgives.
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { counterOf, networkOf } from '../http/limits.ts';
import { problem } from '../http/problem.ts';

const minutes15 = 15 * 60;
const limit = (keyPrefix: string, points: number) =>
  new RateLimiterMemory({ keyPrefix, points, duration: minutes15 });
const limits = {
  /** one address guessing at many names; a whole office may sit behind one */
  address: limit('address', 100),
  /** one address guessing at one name; the right person elsewhere is not kept out */
  pair: limit('pair', 10),
  /** many addresses guessing at one name */
  name: limit('name', 100),
  /** instead of the name's, on a device where this person signed in before */
  device: limit('device', 20),
};
type Kind = keyof typeof limits;

export interface Try {
  /** in lower case */
  readonly username: string;
  readonly address: string;
  /** the id of a device on which this person signed in before */
  readonly device: string | undefined;
}

/** In the order they are asked: what an address may no longer do costs the others nothing. */
function keysOf({ username, address, device }: Try): [Kind, string][] {
  const from = networkOf(address);
  const keys: [Kind, string][] = [
    ['address', counterOf(from)],
    ['pair', counterOf(`${username}\n${from}`)],
  ];
  return [...keys, device ? ['device', counterOf(device)] : ['name', counterOf(username)]];
}

/** Counts a try before it is judged. @throws too-many-tries with the seconds to wait */
export async function countTry(attempt: Try): Promise<void> {
  try {
    for (const [kind, key] of keysOf(attempt)) await limits[kind].consume(key);
  } catch (refused) {
    // the limiter rejects with its state; anything else is a failure of its own
    const wait = (refused as RateLimiterRes).msBeforeNext;
    if (wait === undefined) throw refused;
    throw problem('too-many-tries', {
      retryAfter: wait / 1000,
      detail: 'Wait before trying to sign in again.',
    });
  }
}

/** Signing in rightly clears the pair's tries and gives the others their one back. */
export async function forgetTries(attempt: Try): Promise<void> {
  for (const [kind, key] of keysOf(attempt)) {
    if (kind === 'pair') await limits.pair.delete(key);
    else await limits[kind].reward(key);
  }
}
