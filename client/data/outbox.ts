// The outbox at work: keeps what was filled in, sends it when it can, and tells the pages how it stands.

import { type PhotoNote, photosWakeAt } from '../photos/photo-machine.ts';
import { dropUnnamed } from '../photos/photo-store.ts';
import { followingPhotos, hurryPhotos, makeWay, tidyPhotos } from '../photos/photos-outbox.ts';
import { askForSync } from './background-sync.ts';
import { dropReturned } from './kept-returned.ts';
import { whileSending } from './outbox-lock.ts';
import * as machine from './outbox-machine.ts';
import { sendAllDue } from './outbox-sending.ts';
import { isStill } from './outbox-session.ts';
import {
  isUnsent,
  type OutboxQueue,
  type OutboxSet,
  type RefusedSet,
  type UnsentSet,
} from './outbox-set.ts';
import * as store from './outbox-store.ts';
import { outboxView, setsOf, unread } from './outbox-view.ts';
import { refreshSession } from './session.ts';

/** How soon to look again when another page holds the lock. */
const otherPageMs = 1_500;

let user: string | null = null;
let mustSignIn = false;
let listening = false;
let running = false;
let again = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const otherPages =
  typeof BroadcastChannel === 'function' ? new BroadcastChannel('rabfang.outbox') : null;

/** Says who is signed in on this page now; null = nobody. Their sets go out from here on, and only theirs. */
export function attend(username: string | null, expired: boolean): void {
  const isBack = username !== null && !expired && (username !== user || mustSignIn);
  const hasChanged = username !== user;
  user = username;
  mustSignIn = expired;
  listen();
  if (isBack) void wake('signed-in');
  else if (hasChanged) void look();
}

function listen(): void {
  if (listening) return;
  listening = true;
  addEventListener('online', () => void wake('online'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void wake('visible');
  });
  otherPages?.addEventListener('message', () => void look());
  // a device that keeps nothing has nothing to tidy
  void tidyPhotos().then(store.forgetOldReceipts, () => undefined);
}

/** Reads the device's memory again, shows it, and plans the next try. */
async function look(): Promise<void> {
  try {
    const read = await setsOf(user);
    const { sets, queue } = read;
    const photos = user === null ? unread.photos : await followingPhotos(user);
    outboxView.set({ ...read, photos });
    plan(sets, queue, photos.waiting);
    if (user !== null && machine.nextDue(sets, queue, user, Date.now())) makeWay();
  } catch {
    // Nothing can be kept here (private window, disk full): said on the page, the form still works.
    outboxView.set({ ...unread, broken: true });
  }
}

/** Without network nothing is planned: the `online` event comes, and "send now" tries anyway. */
function plan(sets: readonly OutboxSet[], queue: OutboxQueue, photos: readonly PhotoNote[]): void {
  if (running || user === null || mustSignIn || !navigator.onLine) return;
  const due = [machine.wakeAt(sets, queue, user), photosWakeAt(photos, queue)];
  const at = Math.min(...due.map((one) => one ?? Number.POSITIVE_INFINITY));
  if (Number.isFinite(at)) lookAgainIn(Math.max(0, at - Date.now()));
}

function lookAgainIn(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void run(), ms);
}

function tellOthers(): void {
  otherPages?.postMessage('changed');
}

async function wake(cause: machine.Wake): Promise<void> {
  const before = await store.readQueue().catch(() => null);
  if (before === null) return look();
  const after = machine.wake(before, cause, Date.now());
  if (after !== before) await store.writeQueue(after);
  if (user !== null && (cause === 'online' || cause === 'send-now')) await hurryPhotos(user);
  await look();
}

/** Sends what is due, one after the other, unless another page is doing so. */
async function run(): Promise<void> {
  if (running) {
    again = true;
    return;
  }
  running = true;
  clearTimeout(timer);
  let isMine = false;
  try {
    isMine = await whileSending(sendMine);
  } catch {
    // The device's memory failed; looking again below says so, and what was kept is still there.
  }
  running = false;
  await look();
  // and should no page be open any more when the line is back
  const { sets, photos } = outboxView.get();
  if (sets.some(isUnsent) || photos.waiting.length > 0) askForSync().catch(() => undefined);
  // the other page may have looked for due sets just before ours was saved
  if (!isMine || again) lookAgainIn(again ? 0 : otherPageMs);
  again = false;
}

async function sendMine(renew: () => Promise<void>): Promise<void> {
  const me = user;
  if (me === null) return;
  await sendAllDue(
    {
      me,
      isMe: () => user === me,
      isSession: (queue) => isStill(me, queue),
      onSignedOut: () => void refreshSession(),
      showProgress,
    },
    renew,
  );
}

/** Here and on the other pages. */
export async function showProgress(): Promise<void> {
  await look();
  tellOthers();
}

/** Keeps a filled set for sending. When this resolves it is on the device; it rejects when it could not be kept. */
export async function saveSet(given: machine.GivenSet): Promise<void> {
  await store.draftToSet(machine.newSet(given, Date.now()));
  // at once: without network nothing is tried, and the page may be closed before it is back
  askForSync().catch(() => undefined);
  await dropUnnamed(given.id, given.payload).catch(() => undefined); // a picture too many harms nobody
  // what reviewers said of it is answered
  if (given.revision !== undefined) dropReturned(given.owner, given.survey, given.id);
  await showProgress();
}

/** A person asks: everything of theirs is tried now, except what the server itself has put off. */
export async function sendNow(): Promise<void> {
  for (const set of await store.allSets()) {
    const hurried = machine.hurry(set);
    if (set.owner === user && hurried !== set) await store.writeSet(hurried);
  }
  await wake('send-now');
  await run();
}

/** What was refused because its round was not open goes out again as it is. */
export const sendAgain = (set: RefusedSet): Promise<void> =>
  store.writeSet(machine.again(set)).then(sendNow);

/** Puts sets from a backup file back; tells how many were not here. */
export async function restoreSets(sets: readonly UnsentSet[]): Promise<number> {
  const added = await store.addSets(sets);
  await showProgress();
  return added;
}
