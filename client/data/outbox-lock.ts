// One page at a time sends, however many are open. Web Locks, and a lease in the database where there are none
// (they need a secure origin).

import { newId } from './new-id.ts';
import { dropLease, takeLease } from './outbox-store.ts';

const name = 'rabfang.outbox';
/** Longer than one request may take, so that a lease does not end under a page that is still sending. */
const leaseMs = 60_000;
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

/** Keeps a draft for this page until it is closed or `release` is called; null when another page has it open. */
export function openDraft(id: string): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    void navigator.locks.request(`rabfang.draft.${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return;
      }
      return new Promise<void>((release) => resolve(() => release()));
    });
  });
}

/** The drafts that some page has open now. */
export async function openDrafts(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map((lock) => (lock.name ?? '').replace(/^rabfang\.draft\./, '')));
}
