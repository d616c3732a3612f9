// What waits on this device, as the pages show it. Reading it comes with the first screen; sending (outbox.ts) comes a moment later.
import type { PhotoNote } from '../photos/photo-machine.ts';
import { emptyQueue, isUnsent, type OutboxQueue, type OutboxSet } from './outbox-set.ts';
import * as store from './outbox-store.ts';
import { createWatched } from './watched.ts';

export interface OutboxView {
  /** false until it was read; the counts mean nothing before */
  readonly ready: boolean;
  /** this device does not let us keep anything */
  readonly broken: boolean;
  /** of the person who is signed in, newest first */
  readonly sets: readonly OutboxSet[];
  /** how many unsent sets of other people lie here too */
  readonly others: number;
  readonly queue: OutboxQueue;
  /** of responses that have arrived, and have not arrived themselves; those that the server does not take beside them */
  readonly photos: {
    readonly waiting: readonly PhotoNote[];
    readonly refused: readonly PhotoNote[];
  };
}

export const unread: OutboxView = {
  ready: false,
  broken: false,
  sets: [],
  others: 0,
  queue: emptyQueue,
  photos: { waiting: [], refused: [] },
};
export const outboxView = createWatched<OutboxView>(unread);

/** The sets alone, of who is signed in now: their photos are told by what sends. */
export async function readOutbox(username: string | null): Promise<void> {
  const before = outboxView.get();
  const read = await setsOf(username).catch(() => ({ ...unread, broken: true }));
  // what sends may have told more meanwhile, or of somebody else
  if (outboxView.get() === before) outboxView.set(read);
}

/** @throws where nothing can be kept */
export async function setsOf(username: string | null): Promise<OutboxView> {
  const [all, queue] = await Promise.all([store.allSets(), store.readQueue()]);
  const sets = all.filter((set) => set.owner === username).sort((a, b) => b.savedAt - a.savedAt);
  const others = all.filter((set) => set.owner !== username && isUnsent(set)).length;
  return { ...unread, ready: true, sets, others, queue };
}
