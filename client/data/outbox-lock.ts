// One page at a time sends, however many are open. Web Locks, and a lease in the database where there are none
// (they need a secure origin).

import { newId } from './new-id.ts';
import { longestRequestMs } from './outbox-send.ts';
import { dropLease, takeLease } from './outbox-store.ts';

const name = 'rabfang.outbox';
const draftLock = 'rabfang.draft.';
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

/** locks that this page has let go of, but the browser has not yet */
const ending = new Set<Promise<unknown>>();
const reloadMs = 400;

/** Keeps a draft for this page until it is closed or `release` is called; null when another page has it open. */
export async function openDraft(id: string): Promise<(() => void) | null> {
  if (!navigator.locks) return () => undefined;
  await Promise.all(ending);
  const held = await holdDraft(id);
  if (held) return held;
  // a page that is being reloaded may still hold its own draft for a moment
  await new Promise((resolve) => setTimeout(resolve, reloadMs));
  return holdDraft(id);
}

function holdDraft(id: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const ended = navigator.locks.request(draftLock + id, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return;
      }
      return new Promise<void>((letGo) =>
        resolve(() => {
          ending.add(ended);
          void ended.finally(() => ending.delete(ended));
          letGo();
        }),
      );
    });
  });
}

/** The drafts that some page has open now. */
export async function openDrafts(): Promise<ReadonlySet<string>> {
  if (!navigator.locks) return new Set();
  await Promise.all(ending);
  const { held = [] } = await navigator.locks.query();
  const names = held.map((lock) => lock.name ?? '').filter((one) => one.startsWith(draftLock));
  return new Set(names.map((one) => one.slice(draftLock.length)));
}
