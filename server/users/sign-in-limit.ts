// Guessing passwords is slowed down by address, by name and by both together. On MongoDB all processes count together in the
// database, and a restart forgives nothing; on the embedded engine there is one process, which counts in memory.
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { counterOf, networkOf } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { countedInDatabase } from './counted-tries.ts';

const minutes15 = 15 * 60;
const most = {
  /** one address guessing at many names; a whole office may sit behind one */
  address: 100,
  /** one address guessing at one name; the right person elsewhere is not kept out */
  pair: 10,
  /** many addresses guessing at one name */
  name: 100,
  /** instead of the name's, on a device where this person signed in before */
  device: 20,
  /** codes of one person's second factor, wherever from: only who knows the password comes so far */
  code: 10,
  /** one sign-in that comes back from the service: once */
  return: 1,
} as const;
type Kind = keyof typeof most;

const limits = new WeakMap<Database, Readonly<Record<Kind, RateLimiterAbstract>>>();

function limitsIn(db: Database): Readonly<Record<Kind, RateLimiterAbstract>> {
  const known = limits.get(db);
  if (known) return known;
  const limit = (keyPrefix: Kind) => {
    const options = { keyPrefix, points: most[keyPrefix], duration: minutes15 };
    return db.engine === 'mongodb'
      ? countedInDatabase(db, options)
      : new RateLimiterMemory(options);
  };
  const made = {
    address: limit('address'),
    pair: limit('pair'),
    name: limit('name'),
    device: limit('device'),
    code: limit('code'),
    return: limit('return'),
  };
  limits.set(db, made);
  return made;
}

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

/** Told of the first try that a limit refuses in its time; of the others there would be as many as somebody likes to make. */
type OnFirst = () => Promise<void>;

/**
 * Counts a try before it is judged; what cannot be counted is not judged either.
 * @throws too-many-tries with the seconds to wait, or what the database says
 */
export async function countTry(
  { db }: Pick<Context, 'db'>,
  attempt: Try,
  onFirst: OnFirst,
): Promise<void> {
  await consume(db, keysOf(attempt), onFirst);
}

/** The same for a code of the second factor. @throws too-many-tries */
export async function countCodeTry(
  { db }: Pick<Context, 'db'>,
  username: string,
  onFirst?: OnFirst,
): Promise<void> {
  await consume(db, [['code', counterOf(username)]], onFirst);
}

/** Whoever comes back from the sign-in service, before it is looked at. @throws too-many-tries */
export async function countReturn(
  { db }: Pick<Context, 'db'>,
  address: string,
  onFirst: OnFirst,
): Promise<void> {
  await consume(db, [['address', counterOf(networkOf(address))]], onFirst);
}

/** It was all right: the address has its try back. */
export async function forgetReturn({ db }: Pick<Context, 'db'>, address: string): Promise<void> {
  await limitsIn(db).address.reward(counterOf(networkOf(address)));
}

/** One that has come back never comes back again. @throws too-many-tries */
export async function takeOnce({ db }: Pick<Context, 'db'>, state: string): Promise<void> {
  await consume(db, [['return', state]]);
}

async function consume(db: Database, keys: [Kind, string][], onFirst?: OnFirst): Promise<void> {
  for (const [kind, key] of keys) await consumeOne(db, kind, key, onFirst);
}

async function consumeOne(db: Database, kind: Kind, key: string, onFirst?: OnFirst): Promise<void> {
  try {
    await limitsIn(db)[kind].consume(key);
  } catch (refused) {
    // the limiter rejects with its state; anything else is a failure of its own
    const { msBeforeNext: wait, consumedPoints } = refused as RateLimiterRes;
    if (wait === undefined) throw refused;
    if (consumedPoints === most[kind] + 1) await onFirst?.();
    throw problem('too-many-tries', {
      retryAfter: wait / 1000,
      detail: 'Wait before trying to sign in again.',
    });
  }
}

/** Signing in rightly clears the pair's tries and gives the others their one back. */
export async function forgetTries({ db }: Pick<Context, 'db'>, attempt: Try): Promise<void> {
  const limits = limitsIn(db);
  for (const [kind, key] of keysOf(attempt)) {
    if (kind === 'pair') await limits.pair.delete(key);
    else await limits[kind].reward(key);
  }
}

/** A right code clears those of before. */
export async function forgetCodeTries(
  { db }: Pick<Context, 'db'>,
  username: string,
): Promise<void> {
  await limitsIn(db).code.delete(counterOf(username));
}
