// The device's own memory of what people filled in: drafts, sets on their way, and the state of the queue.
// A set is written before anything is sent, and a draft becomes a set in one transaction.
import type { DBSchema } from 'idb';
import type { RawResponse } from '../../shared/survey/response.ts';
import { keptDatabase } from './kept-database.ts';
import { mendBeside } from './mend-beside.ts';
import { emptyQueue, type OutboxQueue, type OutboxSet, type UnsentSet } from './outbox-set.ts';

export interface Draft {
  /** UUID: the id the response will have */
  readonly id: string;
  readonly survey: string;
  readonly owner: string;
  /** without personal data, like everything that is kept; as typed for the moment until the rules have come */
  readonly values: RawResponse;
  /** epoch milliseconds */
  readonly changedAt: number;
  /** of a response that was sent back: the one that this changes */
  readonly revision?: number;
  /** user name of the colleague whose set this was */
  readonly collectedBy?: string;
  /** how it has been filled in so far */
  readonly filling?: FillingSoFar;
  /** why it was sent back, to be shown while it is mended */
  readonly returned?: SentBack;
}

export interface FillingSoFar {
  /** epoch milliseconds */
  readonly startedAt: number;
  readonly edits: number;
}

export interface SentBack {
  readonly reason: string;
  /** the value that the reviewer pointed at */
  readonly pointer?: string;
  /** the reviewer's */
  readonly office?: string;
}

/** Who may send at the moment, where the browser has no Web Locks. */
export interface Lease {
  readonly holder: string;
  readonly until: number;
}

interface Kept extends DBSchema {
  drafts: { key: string; value: Draft };
  sets: { key: string; value: OutboxSet };
  notes: { key: 'queue' | 'lease'; value: OutboxQueue | Lease };
}

const name = 'rabfang';
const sentKept = 500;
const strict = { durability: 'strict' } as const;

const using = keptDatabase<Kept>(name, 1, (database) => {
  database.createObjectStore('drafts', { keyPath: 'id' });
  database.createObjectStore('sets', { keyPath: 'id' });
  database.createObjectStore('notes');
});

export function allDrafts(owner: string): Promise<readonly Draft[]> {
  return using(async (database) => {
    const drafts = await database.getAll('drafts');
    return drafts
      .filter((draft) => draft.owner === owner)
      .sort((a, b) => b.changedAt - a.changedAt);
  });
}

/** Of whoever begun them. */
export function draftIds(): Promise<readonly string[]> {
  return using((database) => database.getAllKeys('drafts'));
}

export function readDraft(id: string): Promise<Draft | undefined> {
  return using((database) => database.get('drafts', id));
}

/** Does nothing when the draft has become a set meanwhile, in this tab or another. */
export function writeDraft(draft: Draft): Promise<boolean> {
  return using(async (database) => {
    const change = database.transaction(['drafts', 'sets'], 'readwrite');
    const known = await change.objectStore('sets').getKey(draft.id);
    const before = await change.objectStore('drafts').get(draft.id);
    const isOwn = known === undefined && (before === undefined || before.owner === draft.owner);
    if (isOwn) await change.objectStore('drafts').put(draft);
    await change.done;
    return isOwn;
  });
}

export function deleteDraft(id: string): Promise<void> {
  return using((database) => database.delete('drafts', id));
}

/** The draft is gone and the set is there, both or neither. False when the set was there already. */
export function draftToSet(set: UnsentSet): Promise<boolean> {
  return using(async (database) => {
    const change = database.transaction(['drafts', 'sets'], 'readwrite', strict);
    const known = await change.objectStore('sets').getKey(set.id);
    if (known === undefined) await change.objectStore('sets').add(set);
    await change.objectStore('drafts').delete(set.id);
    await change.done;
    return known === undefined;
  });
}

export function deleteSet(id: string): Promise<void> {
  return using((database) => database.delete('sets', id));
}

/** Mends what was sent back: begins with `fresh` unless this device has something of it already. */
export function beginMend(fresh: Draft & { readonly revision: number }): Promise<void> {
  return using(async (database) => {
    const change = database.transaction(['drafts', 'sets'], 'readwrite', strict);
    const [drafts, sets] = [change.objectStore('drafts'), change.objectStore('sets')];
    const draft = mendBeside(fresh, await drafts.get(fresh.id), await sets.get(fresh.id));
    if (draft) {
      await drafts.put(draft);
      await sets.delete(draft.id);
    }
    await change.done;
  });
}

/** The other way round: a refused set is filled again as `draft`. */
export function setToDraft(setId: string, draft: Draft): Promise<void> {
  return using(async (database) => {
    const change = database.transaction(['drafts', 'sets'], 'readwrite', strict);
    await change.objectStore('drafts').put(draft);
    await change.objectStore('sets').delete(setId);
    await change.done;
  });
}

/** Adds those that are not known yet; tells how many. */
export function addSets(sets: readonly UnsentSet[]): Promise<number> {
  return using(async (database) => {
    const change = database.transaction('sets', 'readwrite', strict);
    let added = 0;
    for (const set of sets) {
      if ((await change.store.getKey(set.id)) !== undefined) continue;
      await change.store.add(set);
      added += 1;
    }
    await change.done;
    return added;
  });
}

export function allSets(): Promise<readonly OutboxSet[]> {
  return using((database) => database.getAll('sets'));
}

export function writeSet(set: OutboxSet): Promise<void> {
  return using(async (database) => {
    const change = database.transaction('sets', 'readwrite', strict);
    await change.store.put(set);
    await change.done;
  });
}

/** What an answer changed, written together. Who signed out meanwhile stays so. */
export function writeSettled(set: OutboxSet | null, queue: OutboxQueue): Promise<void> {
  return using(async (database) => {
    const change = database.transaction(['sets', 'notes'], 'readwrite', strict);
    if (set) await change.objectStore('sets').put(set);
    const notes = change.objectStore('notes');
    const now = (await notes.get('queue')) as OutboxQueue | undefined;
    if (now?.hold?.why !== 'signed-out') await notes.put(queue, 'queue');
    await change.done;
  });
}

export function readQueue(): Promise<OutboxQueue> {
  return using(
    async (database) =>
      ((await database.get('notes', 'queue')) as OutboxQueue | undefined) ?? emptyQueue,
  );
}

export function writeQueue(queue: OutboxQueue): Promise<void> {
  return using(async (database) => {
    await database.put('notes', queue, 'queue');
  });
}

/** Takes or renews the lease unless another page holds it; one transaction, so two pages cannot both get it. */
export function takeLease(holder: string, now: number, forMs: number): Promise<boolean> {
  return using(async (database) => {
    const change = database.transaction('notes', 'readwrite');
    const lease = (await change.store.get('lease')) as Lease | undefined;
    const isFree = !lease || lease.until <= now || lease.holder === holder;
    if (isFree) await change.store.put({ holder, until: now + forMs }, 'lease');
    await change.done;
    return isFree;
  });
}

export function dropLease(holder: string): Promise<void> {
  return using(async (database) => {
    const change = database.transaction('notes', 'readwrite');
    const lease = (await change.store.get('lease')) as Lease | undefined;
    if (lease?.holder === holder) await change.store.delete('lease');
    await change.done;
  });
}

/** How much of a person's waits here: begun, or filled in and not acknowledged. */
export function waitingOf(owner: string): Promise<number> {
  return using(async (database) => {
    const sets = (await database.getAll('sets')).filter(({ state }) => state !== 'sent');
    const all = [...(await database.getAll('drafts')), ...sets];
    return all.filter((one) => one.owner === owner).length;
  });
}

/** What a person sent is on the server: their receipts go from this device. What waits stays. */
export function forgetSent(owner: string): Promise<void> {
  return using(async (database) => {
    const change = database.transaction('sets', 'readwrite');
    for (const set of await change.store.getAll())
      if (set.owner === owner && set.state === 'sent') await change.store.delete(set.id);
    await change.done;
  });
}

/** Receipts are kept so that people see what they sent, but not without end. */
export function forgetOldReceipts(): Promise<void> {
  return using(async (database) => {
    const change = database.transaction('sets', 'readwrite');
    const sent = (await change.store.getAll()).filter((set) => set.state === 'sent');
    const old = sent.sort((a, b) => b.savedAt - a.savedAt).slice(sentKept);
    for (const set of old) await change.store.delete(set.id);
    await change.done;
  });
}
