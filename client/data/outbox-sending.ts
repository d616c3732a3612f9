// Sending what is due, one after the other: by the page that has the lock, or by the service worker when no page is open.
import type { PhotoNote } from '../photos/photo-machine.ts';
import { releasePhotos } from '../photos/photo-store.ts';
import { duePhoto, type SentPhoto, sendDuePhoto } from '../photos/photos-outbox.ts';
import * as machine from './outbox-machine.ts';
import { sendSet } from './outbox-send.ts';
import type { OutboxQueue, UnsentSet } from './outbox-set.ts';
import * as store from './outbox-store.ts';

/** Who sends. */
export interface Sender {
  /** whose sets go out */
  readonly me: string;
  /** nobody else has signed in here meanwhile */
  isMe(): boolean | Promise<boolean>;
  /** Asks the server whose session it is, where that has not been asked; false: nothing is sent now. */
  isSession(queue: OutboxQueue): Promise<boolean>;
  /** an answer said that nobody is signed in */
  onSignedOut(): void;
  showProgress(): Promise<void>;
}

/** Until nothing is due, or the line, the session or the server says no. `renew`: before each request. */
export async function sendAllDue(sender: Sender, renew: () => Promise<void>): Promise<void> {
  const { me } = sender;
  for (const set of await store.allSets()) {
    if (set.state === 'sending') await store.writeSet(machine.recover(set));
  }
  let isChecked = false;
  for (;;) {
    const queue = await store.readQueue();
    const due = machine.nextDue(await store.allSets(), queue, me, Date.now());
    // photos follow once no response waits for its own turn
    const photo = due ? null : await duePhoto(me, queue);
    if ((!due && !photo) || !(await sender.isMe())) return;
    if (!isChecked && !(await sender.isSession(queue))) return;
    isChecked = true;
    await renew();
    if (due && !(await sendOne(sender, due, queue))) return;
    if (!photo) continue;
    const { goOn, isLineInDoubt } = await sendOnePhoto(sender, photo, queue);
    if (!goOn) return;
    isChecked = !isLineInDoubt;
  }
}

async function sendOne(sender: Sender, due: UnsentSet, queue: OutboxQueue): Promise<boolean> {
  const sending = machine.begin(due, Date.now());
  await store.writeSet(sending);
  await sender.showProgress();
  const outcome = await sendSet(sending);
  const settled = machine.settle(sending, queue, outcome, Date.now(), Math.random());
  await store.writeSettled(settled.set, settled.queue);
  if (settled.set.state === 'sent') await releasePhotos(settled.set.id).catch(() => undefined); // seen by the set then
  if (outcome.kind === 'problem' && outcome.status === 401) sender.onSignedOut();
  await sender.showProgress();
  return settled.goOn;
}

async function sendOnePhoto(
  sender: Sender,
  photo: PhotoNote,
  queue: OutboxQueue,
): Promise<SentPhoto> {
  const sent = await sendDuePhoto(photo, queue);
  if (sent.status === 401) sender.onSignedOut();
  await sender.showProgress();
  return sent;
}
