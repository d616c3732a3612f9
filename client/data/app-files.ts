// The app's own files on this device: kept by the service worker (offline/), so that the field opens without network. A new version
// comes by itself, but never under a form that is open or a file that was chosen.

import { openDrafts } from './draft-lock.ts';
import { heldHere, isHeldAnywhere } from './in-use.ts';
import { createWatched, useWatched } from './watched.ts';

/** Whether the app opens on this device without network; null: that is still being found out, or on its way. */
export const opensOffline = createWatched<boolean | null>(null);

const address = '/service-worker.js';
const lookAgainMs = 60 * 60 * 1000;
let registered: Promise<ServiceWorkerRegistration | null> | undefined;
let lookedAt = 0;
/** what runs here is of a version before the one that has taken over */
let isOld = false;
let hadWorker = globalThis.navigator?.serviceWorker?.controller != null;
// from the first moment: another tab may let a version in before this page has come to rest
globalThis.navigator?.serviceWorker?.addEventListener('controllerchange', () => {
  isOld ||= hadWorker;
  hadWorker = true;
});

/** Begins to keep the app, once a page has come to rest: it is not to be in the way of the first one. */
export function keepApp(): void {
  registered ??= register();
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  // on plain http, and where people or their office have turned it off, there is none
  const registration = await navigator.serviceWorker
    ?.register(address, { updateViaCache: 'none' })
    .catch(() => null);
  if (!registration) {
    opensOffline.set(false);
    return null;
  }
  lookedAt = Date.now();
  followVersions(registration);
  void askWhetherKept(registration);
  return registration;
}

/** Asked anew whenever it matters: a browser may throw away what it kept. */
async function askWhetherKept(registration: ServiceWorkerRegistration): Promise<void> {
  await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => opensOffline.set(data === true);
  registration.active?.postMessage('is-kept', [port2]);
}

export function useOpensOffline(): boolean | null {
  return useWatched(opensOffline);
}

function followVersions(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('controllerchange', () => void askWhetherKept(registration));
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => void letIn(registration));
  });
  addEventListener('hashchange', () => {
    // where one page ends and another begins nothing is open
    if (isOld) return renew();
    void letIn(registration);
  });
  heldHere.subscribe(() => void letIn(registration));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void comeBack(registration);
  });
  void letIn(registration);
}

/** The version that waits takes over as soon as no form is open and no file chosen in any tab. */
async function letIn({ waiting }: ServiceWorkerRegistration): Promise<void> {
  if (!waiting || (await isHeldAnywhere()) || (await openDrafts()).size > 0) return;
  waiting.postMessage('take-over');
}

async function comeBack(registration: ServiceWorkerRegistration): Promise<void> {
  if (isOld && isResting()) return renew();
  await letIn(registration);
  if (Date.now() - lookedAt < lookAgainMs) return;
  lookedAt = Date.now();
  // without network another time will do
  await registration.update().catch(() => undefined);
}

const renewMs = 10_000;
let renewedAt = 0;

/** Asked again at once, a browser would begin again, and on a slow phone come to no end. */
function renew(): void {
  if (heldHere.get() || Date.now() - renewedAt < renewMs) return;
  renewedAt = Date.now();
  location.reload();
}

/** Nothing is typed on these. */
const isResting = (): boolean => /^#\/(home|outbox)(\?|$)/.test(location.hash);

/**
 * A part of this page cannot be had: it may be of a version that the server no longer has. Loads the page anew where that leads
 * further; what is filled in is on the device. False: there is nothing newer, no network to ask, or a file that would be lost.
 */
export async function renewApp(): Promise<boolean> {
  if (heldHere.get()) return false;
  const registration = (await registered) ?? null;
  if (registration) await registration.update().catch(() => undefined);
  const isNewer = isOld || registration?.waiting || registration?.installing;
  if (registration && isNewer) {
    await letIn(registration);
    location.reload();
    return true;
  }
  const hasAnswer = await fetch('/', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (hasAnswer) location.reload();
  return hasAnswer;
}

const takeOverMs = 3000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The same without being asked: only once another version has taken over, so never in circles. What could not be had is there then.
 */
export async function renewIfOld(): Promise<boolean> {
  const registration = (await registered) ?? null;
  if (heldHere.get() || !registration) return false;
  const looked = registration.update().catch(() => undefined);
  if (!isOld) await Promise.race([looked, pause(takeOverMs)]);
  for (const begun = Date.now(); !isOld && Date.now() - begun < takeOverMs; ) {
    if (!registration.waiting && !registration.installing) break;
    await letIn(registration);
    await pause(100);
  }
  if (isOld && !heldHere.get()) location.reload();
  return isOld && !heldHere.get();
}
