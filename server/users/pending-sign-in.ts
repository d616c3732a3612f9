// A sign-in that is on its way through the organisation's service. It travels sealed in a cookie of the browser that began it, so any
// process can take it up, no other browser can, and nothing of it is stored.
import * as v from 'valibot';
import type { Context } from '../context.ts';
import { seal, unseal } from './seal.ts';

const Pending = v.strictObject({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  /** the page to go on to */
  next: v.string(),
  /** when it began, in milliseconds */
  at: v.number(),
  /** the person who is signed in already and adds this way in, and their session; null: somebody signs in */
  adding: v.nullable(v.object({ username: v.string(), session: v.string() })),
});
export type PendingSignIn = v.InferOutput<typeof Pending>;

/** shorter than what has come back is remembered (sign-in-limit.ts) */
export const pendingForMs = 10 * 60 * 1000;
const sealedFor = { purpose: 'sign-in', of: 'service' } as const;

export function sealPending(context: Context, pending: Omit<PendingSignIn, 'at'>): string {
  return seal(context, sealedFor, JSON.stringify({ ...pending, at: context.now().getTime() }));
}

/** undefined: none of ours, or begun too long ago */
export function openPending(
  context: Context,
  sealed: string | undefined,
): PendingSignIn | undefined {
  const text = sealed === undefined ? undefined : unseal(context, sealedFor, sealed);
  if (text === undefined) return undefined;
  const pending = v.parse(Pending, JSON.parse(text));
  const age = context.now().getTime() - pending.at;
  return age >= 0 && age <= pendingForMs ? pending : undefined;
}

/** A page of ours, whatever was asked for; nothing in it leads elsewhere. */
export function pageToGoOnTo(next: string | undefined): string {
  return next !== undefined && /^\/[\w\-./?=&%,:~]{0,500}$/.test(next) ? next : '/home';
}
