// The queue as a reviewer works it: what is decided leaves at once, the server's answer comes later, and a failure brings it back.
// Pure: no network, no clock.
import type { NewDecision, Response } from '../../../shared/api/responses.ts';
import type { ApiProblem } from '../../data/api.ts';

export interface Verdict {
  readonly decision: NewDecision['decision'];
  readonly reason: string;
  /** the value that it is about */
  readonly pointer?: string;
}

export interface Decided extends Verdict {
  /** made by this page: sent again under it, a decision is taken once */
  readonly id: string;
  readonly response: Response;
}

export interface NotStored {
  readonly decided: Decided;
  readonly problem: ApiProblem;
}

export interface ReviewQueueState {
  /** what waits, in the order of the queue */
  readonly items: readonly Response[];
  readonly open: string | null;
  /** newest last: what can be undone */
  readonly decided: readonly Decided[];
  /** by the id of the response */
  readonly failed: Readonly<Record<string, NotStored>>;
}

export const emptyReviewQueue: ReviewQueueState = {
  items: [],
  open: null,
  decided: [],
  failed: {},
};

/** A page of the queue came; what is known already, or was decided here as it is, is not taken twice. What was mended since waits again. */
export function take(desk: ReviewQueueState, page: readonly Response[]): ReviewQueueState {
  const known = new Set(desk.items.map(({ id }) => id));
  const decided = new Map(desk.decided.map(({ response }) => [response.id, response.version]));
  const isNews = ({ id, version }: Response) => !known.has(id) && version > (decided.get(id) ?? -1);
  const items = [...desk.items, ...page.filter(isNews)];
  return { ...desk, items, open: desk.open ?? items[0]?.id ?? null };
}

export function open(desk: ReviewQueueState, id: string): ReviewQueueState {
  return desk.items.some((one) => one.id === id) ? { ...desk, open: id } : desk;
}

/** The one below, or above. */
export function moveOn(desk: ReviewQueueState, by: 1 | -1): ReviewQueueState {
  const at = desk.items.findIndex(({ id }) => id === desk.open);
  const next = desk.items[at + by];
  return next ? { ...desk, open: next.id } : desk;
}

/** It leaves, and the next one is taken up: the one below it, else the one above. */
export function decideOn(desk: ReviewQueueState, decided: Decided): ReviewQueueState {
  const { id } = decided.response;
  const at = desk.items.findIndex((one) => one.id === id);
  const next = desk.items[at + 1] ?? desk.items[at - 1];
  return {
    items: desk.items.filter((one) => one.id !== id),
    open: next?.id ?? null,
    decided: [...desk.decided, decided],
    failed: without(desk.failed, id),
  };
}

/** It was not stored: it is back at its place, with the reason, and what was meant is kept. */
export function bringBack(
  desk: ReviewQueueState,
  decided: Decided,
  problem: ApiProblem,
): ReviewQueueState {
  const back = putBack(desk, decided);
  const failed = { ...back.failed, [decided.response.id]: { decided, problem } };
  return { ...back, failed };
}

/** Taken back: it is the open one again, as it is stored now. */
export function undone(
  desk: ReviewQueueState,
  decided: Decided,
  response = decided.response,
): ReviewQueueState {
  return { ...putBack(desk, { ...decided, response }), open: response.id };
}

function putBack(desk: ReviewQueueState, { id, response }: Decided): ReviewQueueState {
  const others = desk.items.filter((one) => one.id !== response.id);
  const items = [...others, response].toSorted(
    (a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.id.localeCompare(b.id),
  );
  return {
    ...desk,
    items,
    open: desk.open ?? response.id,
    decided: desk.decided.filter((one) => one.id !== id),
  };
}

function without(failed: ReviewQueueState['failed'], id: string): ReviewQueueState['failed'] {
  return Object.fromEntries(Object.entries(failed).filter(([other]) => other !== id));
}
