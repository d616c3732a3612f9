// Who is signed in. The last known person is kept on this device, so field pages open without network.
import { paths, withQuery } from '../../shared/api/paths.ts';
import type { SignedIn, SignIn, SignInWays, User } from '../../shared/api/session.ts';
import { ApiProblem, api, onSecondFactorRequired, onSignedOut } from './api.ts';
import { forgetAgencies } from './kept-agencies.ts';
import { forgetReturned } from './kept-returned.ts';
import { readQueue, writeQueue } from './outbox-store.ts';
import { createWatched, useWatched } from './watched.ts';

export interface Session {
  readonly user: User | null;
  /** this server shows invented data */
  readonly demo: boolean;
  /** the server has answered since this page was opened */
  readonly confirmed: boolean;
  /** somebody is known here, but the server wants them to sign in again */
  readonly expired: boolean;
  /** nothing else is allowed before a second factor is set up */
  readonly secondFactorMissing: boolean;
  /** how one can sign in, as far as it is known */
  readonly ways: SignInWays;
}

const byPassword: SignInWays = { service: null, passwords: true };
const key = 'rabfang.session';
/** somebody signed out here, and the server has not heard of it yet */
const untoldKey = 'rabfang.signed-out';

function remembered(): Session {
  const nobody = {
    user: null,
    demo: false,
    confirmed: false,
    expired: false,
    secondFactorMissing: false,
    ways: byPassword,
  };
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Session> | null;
    return { ...nobody, user: kept?.user ?? null, demo: kept?.demo ?? false };
  } catch {
    return nobody;
  }
}

/** who is signed in here, for who watches it outside of a component */
export const session = createWatched<Session>(remembered());

function forgetHeard(username: string): void {
  forgetReturned(username);
  forgetAgencies(username);
}

/** Whoever was here leaves nothing behind for the next person. */
function keep(now: Session): void {
  const before = session.get().user?.username;
  if (before !== undefined && before !== now.user?.username) forgetHeard(before);
  localStorage.setItem(key, JSON.stringify({ user: now.user, demo: now.demo }));
  session.set(now);
}

// somebody else signed in, or out, in another tab: it is one browser, and one session
globalThis.addEventListener?.('storage', ({ key: changed }) => {
  if (changed !== key) return;
  const now = remembered();
  const before = session.get().user;
  if (before?.username === now.user?.username) return;
  const { ways } = session.get();
  if (before) forgetHeard(before.username);
  session.set({ ...now, confirmed: true, ways });
});

onSignedOut((problem) => {
  const { user, demo, ways } = session.get();
  // only who asks for the session is told; what the server says is what its route says
  const said = problem.details as Partial<Pick<Session, 'demo' | 'ways'>>;
  keep({
    user,
    demo: said.demo ?? demo,
    confirmed: true,
    expired: user !== null,
    secondFactorMissing: false,
    ways: said.ways ?? ways,
  });
});

// the role must have one since a moment ago
onSecondFactorRequired(() => {
  if (!session.get().secondFactorMissing)
    session.set({ ...session.get(), secondFactorMissing: true });
});

/** Asks the server who is signed in; without network the remembered person stays. */
export async function refreshSession(): Promise<void> {
  const wasUntold = localStorage.getItem(untoldKey) !== null;
  if (!(await tellSignOut())) {
    nobodyIsIn();
    return;
  }
  // what the page asked for before any script ran says how it was before the sign-out
  if (wasUntold) await api(paths.session()).catch(() => undefined);
  try {
    const { user, demo, secondFactorMissing, ways } = await api(paths.session());
    keep({ user, demo, confirmed: true, expired: false, secondFactorMissing, ways });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.type !== 'signed-out') session.set({ ...session.get(), confirmed: true });
  }
}

/** Throws ApiProblem: `signed-out` for a wrong name or password, `second-factor-needed`, `too-many-tries`, `offline`. */
export async function signIn(given: SignIn): Promise<User> {
  await tellSignOut(); // or the session of before would live on beside the new one
  return entered(await api(paths.session(), { method: 'POST', body: given }));
}

/** The server has let this person in, by whichever way. */
export function entered({
  user,
  secondFactorMissing,
}: Pick<SignedIn, 'user' | 'secondFactorMissing'>): User {
  localStorage.removeItem(untoldKey);
  const { demo, ways } = session.get();
  keep({ user, demo, confirmed: true, expired: false, secondFactorMissing, ways });
  return user;
}

/** The person of before under another name. */
export function renamed(user: User): void {
  keep({ ...session.get(), user });
}

/** One was set up. */
export function secondFactorDone(): void {
  session.set({ ...session.get(), secondFactorMissing: false });
}

function nobodyIsIn(): void {
  const { demo, ways } = session.get();
  keep({ user: null, demo, confirmed: true, expired: false, secondFactorMissing: false, ways });
}

/**
 * Ends the session on this device at once, also without network, and on the server as soon as it can be told. Resolves to the address
 * to go on to, where the sign-in service ends its own.
 */
export async function signOut(): Promise<string | undefined> {
  localStorage.setItem(untoldKey, 'yes');
  nobodyIsIn();
  // the service worker cannot know otherwise; signing in lifts it
  await holdQueue().catch(() => undefined);
  let goOnTo: string | undefined;
  await tellSignOut((address) => {
    goOnTo = address;
  });
  return goOnTo;
}

async function holdQueue(): Promise<void> {
  const queue = await readQueue();
  await writeQueue({ ...queue, hold: { why: 'signed-out', until: Number.POSITIVE_INFINITY } });
}

/** Leaves for the organisation's sign-in service, which leads back to `next`. False: not now, a sign-out is still to be told. */
export async function leaveForService(next: string): Promise<boolean> {
  // or the session that is opened there would be ended by it
  if (!(await tellSignOut())) return false;
  location.assign(withQuery(paths.signInService(), { next }));
  return true;
}

/** Tells the server of a sign-out that it could not hear; true when there is none left. */
export async function tellSignOut(onGoOn?: (address: string) => void): Promise<boolean> {
  if (localStorage.getItem(untoldKey) === null) return true;
  try {
    const told = await api(paths.session(), { method: 'DELETE' });
    if (told) onGoOn?.(told.goOnTo);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.type !== 'signed-out') return false;
  }
  localStorage.removeItem(untoldKey);
  return true;
}

export function useSession(): Session {
  return useWatched(session);
}
