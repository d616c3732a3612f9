// Sends what waits on this device when no page is open to do it: by the same code and under the same lock as the pages, so each set
// goes once, and only its receipt takes it away. Whoever is signed in no longer keeps everything: a page asks them to sign in.
import { paths } from '../../shared/api/paths.ts';
import { whileSending } from '../data/outbox-lock.ts';
import * as machine from '../data/outbox-machine.ts';
import { sendAllDue } from '../data/outbox-sending.ts';
import { readQueue, writeQueue } from '../data/outbox-store.ts';

/** @throws when the line does not carry: the browser wakes us again */
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
  await whileSending((renew) => sendAllDue(sender, renew));
  pages.close();
  if ((await readQueue()).hold?.why === 'unreachable') throw new Error('the line was lost again');
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
