// The outbox's part for photos: which wait, and the sending of one. The outbox calls it once no set is due (client/data/outbox.ts).
import type { OutboxQueue } from '../data/outbox-set.ts';
import { allSets, draftIds, writeSettled } from '../data/outbox-store.ts';
import { nextPhoto, type PhotoNote, settlePhoto, tidied, waitingPhotos } from './photo-machine.ts';
import { allPhotos, bytesOfPhoto, tidyNotes, writePhoto } from './photo-store.ts';
import { sendPhoto } from './send-photo.ts';

/** Everything of this person that is kept here of photos whose response has arrived: what waits, and what was refused. */
export async function followingPhotos(user: string): Promise<{
  readonly waiting: readonly PhotoNote[];
  readonly refused: readonly PhotoNote[];
}> {
  const notes = await allPhotos();
  if (notes.length === 0) return { waiting: [], refused: [] };
  return {
    waiting: waitingPhotos(notes, await allSets(), user),
    refused: notes.filter(({ owner, refusal }) => owner === user && refusal !== undefined),
  };
}

/** What is named by nothing any more goes, a day after it was seen so; what may follow is marked before its receipt is forgotten. */
export async function tidyPhotos(): Promise<void> {
  if ((await allPhotos()).length === 0) return;
  // the drafts first: one becomes a set, and not the other way round but by a person's press
  const drafts = new Set(await draftIds());
  const sets = await allSets();
  const now = Date.now();
  await tidyNotes((note) => tidied(note, { sets, drafts }, now));
}

/** The one that may go now, or null. */
export async function duePhoto(user: string, queue: OutboxQueue): Promise<PhotoNote | null> {
  const { waiting } = await followingPhotos(user);
  return nextPhoto(waiting, queue, Date.now());
}

export interface SentPhoto {
  /** whether the next may go at once */
  readonly goOn: boolean;
  /** how it was answered; 0: not */
  readonly status: number;
  /** whether the line is to be tried with less before the next one */
  readonly isLineInDoubt: boolean;
}

let underWay: AbortController | null = null;

/** A response waits: what is being sent of a photo on this page is given up. */
export function makeWay(): void {
  underWay?.abort();
}

/** Sends it and writes what came of it. */
export async function sendDuePhoto(photo: PhotoNote, queue: OutboxQueue): Promise<SentPhoto> {
  const bytes = await bytesOfPhoto(photo.response, photo.digest);
  if (!bytes) {
    // its bytes are gone (the browser cleared them): there is nothing to send
    await writePhoto(photo.key, null);
    return { goOn: true, status: 0, isLineInDoubt: false };
  }
  underWay = new AbortController();
  const outcome = await sendPhoto(photo, bytes, underWay.signal);
  underWay = null;
  const settled = settlePhoto(photo, queue, outcome, Date.now(), Math.random());
  await writePhoto(photo.key, settled.photo);
  await writeSettled(null, settled.queue);
  const status = outcome.kind === 'problem' ? outcome.status : 0;
  return { goOn: settled.goOn, status, isLineInDoubt: outcome.kind === 'unreachable' };
}

/** A person asks, or the signal is back: their photos do not wait for their own turn. */
export async function hurryPhotos(user: string): Promise<void> {
  for (const photo of await allPhotos())
    if (photo.owner === user && photo.notBefore > 0)
      await writePhoto(photo.key, { ...photo, notBefore: 0 });
}

/** What the server refused leaves this device: a person has seen that. */
export async function dropRefused(response: string): Promise<void> {
  for (const { key, response: of, refusal } of await allPhotos())
    if (of === response && refusal !== undefined) await writePhoto(key, null);
}
