// Mending begun beside what lies on this device of the same response already. Pure.
import type { OutboxSet } from './outbox-set.ts';
import type { Draft } from './outbox-store.ts';

type Begun = Draft & { readonly revision: number };

/**
 * The draft to keep, or null: what is there stays and is opened. What was refused because somebody else changed the response is
 * filled in anew with what was typed here. @throws when it is another person's on this device
 */
export function mendBeside(
  fresh: Begun,
  draft: Draft | undefined,
  set: OutboxSet | undefined,
): Draft | null {
  const there = draft ?? set;
  if (!there) return fresh;
  if (there.owner !== fresh.owner) throw new Error('another person mends it on this device');
  if (draft || !set) return null;
  const isOlder = (set.revision ?? 0) < fresh.revision;
  if (set.state === 'sent') return isOlder ? fresh : null;
  const isStale = set.state === 'refused' && set.refusal.type === 'revision-stale';
  return isStale && isOlder ? { ...fresh, values: set.payload } : null;
}

/** Whether what is on this device, sent or not, is the change of what was sent back. */
export function isMendedBy(
  sets: readonly OutboxSet[],
  { id, revision }: { readonly id: string; readonly revision: number },
): boolean {
  return sets.some(
    (set) => set.id === id && set.revision !== undefined && set.revision >= revision,
  );
}
