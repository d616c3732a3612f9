// Where the browser offers it (Background Sync; Chromium does), it wakes the service worker once there is a line again, also when no
// page is open any more; the worker sends what waits (offline/send-waiting.ts).

/** what both name it */
export const syncTag = 'rabfang-outbox';

interface WithSync {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** To be called when something waits. Where there is no such thing, pages send by themselves. */
export async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (registration as WithSync | undefined)?.sync?.register(syncTag);
}
