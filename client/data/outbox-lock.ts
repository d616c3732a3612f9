// One page at a time sends, however many are open. Web Locks, and a lease in the database where there are none
// (they need a secure origin).

import { newId } from './new-id.ts';
import { longestRequestMs } from './outbox-send.ts';
import { dropLease, takeLease } from './outbox-store.ts';

const name = 'rabfang.outbox';
/** Longer than one request may take, so that a lease does not end under a page that is still sending. */
export const leaseMs = longestRequestMs + 20_000;
const page = newId();

/** Runs `work` when no other page is sending, else does nothing. `renew` is to be called before each request. */
export async function whileSending(
  work: (renew: () => Promise<void>) => Promise<void>,
): Promise<boolean> {
  if (navigator.locks) {
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work(async () => undefined);
      return lock !== null;
    });
  }
  if (!(await takeLease(page, Date.now(), leaseMs))) return false;
  try {
    await work(async () => {
      await takeLease(page, Date.now(), leaseMs);
    });
  } finally {
    await dropLease(page);
  }
  return true;
}
