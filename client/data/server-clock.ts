// How far this device's clock is from the server's, as its last answer said it. Kept, so that it is known without network too.
import { createWatched, useWatched } from './watched.ts';

const key = 'rabfang.clock';
/** what a person is told of */
const noticedMs = 10 * 60_000;
export const dayMs = 86_400_000;
/** an answer that took longer says too little */
const longestAnswerMs = 60_000;
/** nearer to what is known, it is the same */
const sameMs = 20_000;

/** Milliseconds that the device is ahead; null: no answer has said it yet. */
const ahead = createWatched<number | null>(remembered());

function remembered(): number | null {
  try {
    const kept = Number(localStorage.getItem(key) ?? Number.NaN);
    return Number.isFinite(kept) ? kept : null;
  } catch {
    return null; // a device that keeps nothing
  }
}

/**
 * Ahead by so many ms, from the header `Date` (whole seconds) of an answer that was asked for and heard at these times of the device;
 * null where that says nothing: without the header, or from a cache.
 */
export function aheadBy(headers: Headers, askedAt: number, heardAt: number): number | null {
  const isFresh = /no-store/.test(headers.get('cache-control') ?? '');
  const said = Date.parse(headers.get('date') ?? '');
  const took = heardAt - askedAt;
  if (!isFresh || Number.isNaN(said) || took < 0 || took > longestAnswerMs) return null;
  return Math.round((askedAt + heardAt) / 2 - (said + 500));
}

export function hearClock(reply: Response, askedAt: number): void {
  const now = aheadBy(reply.headers, askedAt, Date.now());
  const known = ahead.get();
  if (now === null || (known !== null && Math.abs(now - known) < sameMs)) return;
  ahead.set(now);
  try {
    localStorage.setItem(key, String(now));
  } catch {
    // without room for it, it is known until the page is closed
  }
}

/** Ahead of the server by so many ms, negative: behind; null: by less than ten minutes, or nobody knows. */
export function useClockOff(): number | null {
  const off = useWatched(ahead);
  return off !== null && Math.abs(off) > noticedMs ? off : null;
}

/** What the server's clock says now. */
export const serverNow = (aheadMs: number): Date => new Date(Date.now() - aheadMs);
