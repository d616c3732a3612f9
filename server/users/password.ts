// Passwords: argon2id (RFC 9106), in threads of its own, two at a time: a burst of sign-ins must not hold up everything else.
import { hash, hashRaw, verify } from '@node-rs/argon2';
import { problem } from '../http/problem.ts';

// OWASP's recommendation for argon2id: 19 MiB, 2 passes, 1 lane
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const mostWaiting = 500;

const waiting: (() => void)[] = [];
let running = 0;

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost));
}

/** For one of several words of the same person: the same salt makes the same of the same. Base64url. */
export async function hashWithSalt(word: string, salt: string): Promise<string> {
  const options = { ...cost, salt: Buffer.from(salt, 'base64url') };
  return (await inTurn(() => hashRaw(word, options))).toString('base64url');
}

let decoy: Promise<string> | undefined;

/**
 * With `stored` undefined the same work is done and the answer is no, so time does not tell which names exist.
 * @throws too-many-tries when too many wait already
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const other = await decoy;
  const right = await inTurn(() => verify(stored ?? other, password.normalize('NFC')));
  return right && stored !== undefined;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting)
    throw problem('too-many-tries', {
      retryAfter: 5,
      detail: 'Many people are signing in at once.',
    });
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
