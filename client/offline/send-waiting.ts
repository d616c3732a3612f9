// Sends what waits on this device when no page is open to do it: by the same code and under the same lock as the pages, so each set
// goes once, and only its receipt takes it away. Whoever is signed in no longer keeps everything: a page asks them to sign in.
import { paths } from '../../shared/api/paths.ts';
import { whileSending } from '../data/outbox-lock.ts';
import * as machine from '../data/outbox-machine.ts';
import { sendAllDue } from '../data/outbox-sending.ts';
import { isUnsent } from '../data/outbox-set.ts';
import { allSets, readQueue, writeQueue } from '../data/outbox-store.ts';
import { followingPhotos } from '../photos/photos-outbox.ts';

/** @throws when the line does not carry, or something still waits: the browser wakes us again */
export async function sendWaiting(): Promise<void> {
  const me = await whoIsSignedIn();
  if (me === null) return;
  const before = await readQueue();
  const after = machine.wake(before, 'online', Date.now());
  if (after !== before) await writeQueue(after);
  const pages = new BroadcastChannel('rabfang.outbox');
  const sender = {
    me,
    isMe: async () => (await whoIsSignedIn()) === me,
    isSession: async () => true,
    onSignedOut: () => undefined,
    showProgress: async () => pages.postMessage('changed'),
  };
  try {
    await whileSending((renew) => sendAllDue(sender, renew));
  } finally {
    pages.close();
  }
  if (await isAnythingLeft(me)) throw new Error('something still waits');
}

/** That trying again may help: after a sign-out only its person can. */
async function isAnythingLeft(me: string): Promise<boolean> {
  if ((await readQueue()).hold?.why === 'signed-out') return false;
  const sets = (await allSets()).filter(isUnsent).filter(({ owner }) => owner === me);
  return sets.length > 0 || (await followingPhotos(me)).waiting.length > 0;
}

/** null: nobody. @throws when no answer of ours comes */
async function whoIsSignedIn(): Promise<string | null> {
  const reply = await fetch(paths.session(), { credentials: 'same-origin', cache: 'no-store' });
  const said: unknown = await reply.json();
  if (reply.status === 401) return null;
  const { user } = Object(said) as { readonly user?: { readonly username?: unknown } };
  if (!reply.ok || typeof user?.username !== 'string') throw new Error('no answer of ours');
  return user.username;
}
