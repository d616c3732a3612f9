// A draft is open in one page at a time, by Web Locks (they need a secure origin; without them nobody is kept out).

const draftLock = 'rabfang.draft.';

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
