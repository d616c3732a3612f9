// What happens to a photo between the press of a button and the server's word that it is stored. Pure, like the outbox's own
// (client/data/outbox-machine.ts): only what the server says takes a photo away.

import type { Outcome } from '../data/outbox-machine.ts';
import { backOffMs, holdFor } from '../data/outbox-retry.ts';
import type { OutboxQueue, OutboxSet } from '../data/outbox-set.ts';

/** Of a photo that is kept on this device, everything but its bytes. */
export interface PhotoNote {
  /** `<response>:<digest>` */
  readonly key: string;
  readonly response: string;
  readonly digest: string;
  readonly survey: string;
  /** username of who took it; nobody else's session may send it */
  readonly owner: string;
  readonly size: number;
  /** epoch milliseconds, like every time here */
  readonly keptAt: number;
  /** its response has arrived: it may follow */
  readonly released: boolean;
  readonly tries: number;
  readonly notBefore: number;
  /** why the server does not take it: a problem's type */
  readonly refusal?: string;
  /** neither a draft nor a set of this device has named its response since */
  readonly looseSince?: number;
}

export type PhotoOutcome =
  | { readonly kind: 'arrived' }
  | { readonly kind: 'gave-way' }
  | Exclude<Outcome, { readonly kind: 'receipt' }>;

export const photoKey = (response: string, digest: string): string => `${response}:${digest}`;

/** a draft that was deleted may be brought back, and one is about to be written when its first photo is kept */
const looseForMs = 86_400_000;

type Sets = readonly Pick<OutboxSet, 'id' | 'state'>[];

export interface Beside {
  readonly sets: Sets;
  /** ids of the drafts that there are, whoever begun them */
  readonly drafts: ReadonlySet<string>;
}

/** Whether its response has arrived, as far as this device knows. */
function mayFollow({ released, response }: PhotoNote, sets: Sets): boolean {
  return released || sets.some(({ id, state }) => id === response && state === 'sent');
}

/** Those of this person that wait for nothing but their turn. */
export function waitingPhotos(
  notes: readonly PhotoNote[],
  sets: Sets,
  user: string,
): readonly PhotoNote[] {
  return notes
    .filter(({ owner, refusal }) => owner === user && refusal === undefined)
    .filter((note) => mayFollow(note, sets))
    .sort((a, b) => a.keptAt - b.keptAt);
}

/**
 * What becomes of a photo, looked at beside everything else that is kept; null: it leaves this device, since what named it did so
 * long ago. That its response has arrived is written down: receipts are forgotten before their photos have followed.
 */
export function tidied(note: PhotoNote, { sets, drafts }: Beside, now: number): PhotoNote | null {
  const { looseSince, ...named } = note;
  const isNamed = drafts.has(note.response) || sets.some(({ id }) => id === note.response);
  const waits = note.released && note.refusal === undefined;
  if (isNamed || waits) {
    const released = mayFollow(note, sets);
    if (looseSince === undefined && released === note.released) return note;
    return { ...named, released };
  }
  if (looseSince === undefined) return { ...note, looseSince: now };
  return looseSince + looseForMs < now ? null : note;
}

/** The oldest of them that may go now, or null. */
export function nextPhoto(
  waiting: readonly PhotoNote[],
  { hold }: OutboxQueue,
  now: number,
): PhotoNote | null {
  if (hold && hold.until > now) return null;
  return waiting.find(({ notBefore }) => notBefore <= now) ?? null;
}

/** When to look again by ourselves; null: nothing waits, or only signing in helps. */
export function photosWakeAt(waiting: readonly PhotoNote[], { hold }: OutboxQueue): number | null {
  if (waiting.length === 0) return null;
  const at = Math.max(Math.min(...waiting.map((one) => one.notBefore)), hold?.until ?? 0);
  return Number.isFinite(at) ? at : null;
}

export interface SettledPhoto {
  /** null: the server has it, or says that it never will */
  readonly photo: PhotoNote | null;
  readonly queue: OutboxQueue;
  /** whether the next one may be tried at once */
  readonly goOn: boolean;
}

/** What an answer does to a photo and to the queue. */
export function settlePhoto(
  photo: PhotoNote,
  queue: OutboxQueue,
  outcome: PhotoOutcome,
  now: number,
  jitter: number,
): SettledPhoto {
  const tries = photo.tries + 1;
  const tried = { ...photo, tries };
  const later = { ...tried, notBefore: now + backOffMs(tries, jitter) };
  const calm: OutboxQueue = { hold: null, failures: 0, lastTryAt: now };
  if (outcome.kind === 'gave-way') return { photo, queue, goOn: true };
  if (outcome.kind === 'arrived') return { photo: null, queue: calm, goOn: true };
  // a line that carries no photo may carry responses, and smaller ones: whether it is dead is found out without this one
  if (outcome.kind === 'unreachable') return { photo: later, queue, goOn: true };
  const held = holdFor(queue, outcome, now, jitter);
  if (held) return { photo: tried, queue: held, goOn: false };
  // one photo that makes the server stumble must not hold back the others
  if (outcome.status >= 500 || outcome.status === 408)
    return { photo: later, queue: calm, goOn: true };
  // what was erased is erased here too
  const isOver = outcome.type === 'response-erased';
  return { photo: isOver ? null : { ...tried, refusal: outcome.type }, queue: calm, goOn: true };
}
