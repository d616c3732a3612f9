// Signing out takes what this device holds of the person with it, but for what waits to be sent: that is said, and asked.
import { useState } from 'preact/hooks';
import { forgetSent, waitingOf } from '../data/outbox-store.ts';
import { signOut } from '../data/session.ts';
import { useI18n } from '../i18n/i18n.ts';
import { followingPhotos, tidyPhotos } from '../photos/photos-outbox.ts';
import { responsesOf } from '../photos/responses-of.ts';
import { navigate } from '../router.ts';
import { announce } from './Announcer.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { logOut } from './icons.ts';

interface SignOutProps {
  readonly username: string;
}

export function SignOut({ username }: SignOutProps) {
  const { t } = useI18n();
  const [waiting, setWaiting] = useState(0);
  const ask = async () => {
    // a device that keeps nothing has nothing that waits
    const following = await followingPhotos(username).then(
      ({ waiting }) => responsesOf(waiting),
      () => 0,
    );
    const count = following + (await waitingOf(username).catch(() => 0));
    if (count > 0) setWaiting(count);
    else await leave(username, t.shell.signedOut);
  };
  return (
    <>
      <Button kind="quiet" icon={logOut} onClick={() => void ask()}>
        {t.shell.signOut}
      </Button>
      <Dialog title={t.shell.signOutWaiting} open={waiting > 0} onClose={() => setWaiting(0)}>
        <p class="mt2">{t.shell.signOutWaitingWhy(waiting)}</p>
        <div class="row mt2">
          <Button kind="primary" onClick={() => void leave(username, t.shell.signedOut)}>
            {t.shell.signOutKeep}
          </Button>
          <Button onClick={() => setWaiting(0)}>{t.shell.signOutStay}</Button>
        </div>
      </Dialog>
    </>
  );
}

async function leave(username: string, saying: string): Promise<void> {
  await tidyPhotos() // what has still to follow must not need its receipt
    .then(() => forgetSent(username))
    .catch(() => undefined); // nothing is kept here
  const goOnTo = await signOut();
  if (goOnTo !== undefined) return location.assign(goOnTo);
  // in place of the page that was left: nobody is signed in to see it
  navigate('/signin', { replace: true });
  announce(saying);
}
