// What pages and the top bar show of the outbox and the connection.
import { useEffect, useState } from 'preact/hooks';
import { responsesOf } from '../photos/responses-of.ts';
import { later, useLater } from './later.ts';
import { isUnsent } from './outbox-set.ts';
import { type OutboxView, outboxView, readOutbox } from './outbox-view.ts';
import { useSession } from './session.ts';
import { useWatched } from './watched.ts';

export interface OutboxStatus {
  /** the device says there is a network, and the server was not out of reach at the last try */
  readonly online: boolean;
  /** sets of this person that have not arrived, or not with all their photos */
  readonly waiting: number;
  /** sets of this person that the server refused */
  readonly refused: number;
}

/** what sends: with the rest of the field, right after the first screen */
const sender = later(() => import('./outbox.ts'));

/** For the top bar of those who fill in: keeps the outbox at work while any page is open. */
export function useOutboxStatus(): OutboxStatus {
  const { user, expired } = useSession();
  const username = user?.username ?? null;
  const sending = useLater(sender);
  useEffect(() => {
    if (sending) sending.attend(username, expired);
    else void readOutbox(username);
  }, [sending, username, expired]);
  const { sets, photos } = useWatched(outboxView);
  return {
    online: useOnline(),
    waiting: sets.filter(isUnsent).length + responsesOf(photos.waiting),
    refused: sets.filter((set) => set.state === 'refused').length + photos.refused.length,
  };
}

export function useOutbox(): OutboxView {
  return useWatched(outboxView);
}

export function useOnline(): boolean {
  const [hasNetwork, setNetwork] = useState(navigator.onLine);
  const { queue } = useWatched(outboxView);
  useEffect(() => {
    const update = () => setNetwork(navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return hasNetwork && queue.hold?.why !== 'unreachable';
}
