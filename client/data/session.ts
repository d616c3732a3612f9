// Who is signed in. The last known person is kept on this device, so field pages open without network.
import { paths } from '../../shared/api/paths.ts';
import type { User } from '../../shared/api/session.ts';
import { ApiProblem, api, onSignedOut } from './api.ts';
import { createWatched, useWatched } from './watched.ts';

export interface Session {
  readonly user: User | null;
  /** this server shows invented data */
  readonly demo: boolean;
  /** the server has answered since this page was opened */
  readonly confirmed: boolean;
  /** somebody is known here, but the server wants them to sign in again */
  readonly expired: boolean;
}

const key = 'rabfang.session';
/** somebody signed out here, and the server has not heard of it yet */
const untoldKey = 'rabfang.signed-out';

function remembered(): Session {
  const nobody = { user: null, demo: false, confirmed: false, expired: false };
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Session> | null;
    return { ...nobody, user: kept?.user ?? null, demo: kept?.demo ?? false };
  } catch {
    return nobody;
  }
}

const store = createWatched<Session>(remembered());

function keep(session: Session): void {
  localStorage.setItem(key, JSON.stringify({ user: session.user, demo: session.demo }));
  store.set(session);
}

onSignedOut((problem) => {
  const { user, demo } = store.get();
  const isDemo = typeof problem.details.demo === 'boolean' ? problem.details.demo : demo;
  keep({ user, demo: isDemo, confirmed: true, expired: user !== null });
});

/** Asks the server who is signed in; without network the remembered person stays. */
export async function refreshSession(): Promise<void> {
  if (!(await tellSignOut())) {
    keep({ ...store.get(), user: null, confirmed: true, expired: false });
    return;
  }
  try {
    const { user, demo } = await api(paths.session());
    keep({ user, demo, confirmed: true, expired: false });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.type !== 'signed-out') store.set({ ...store.get(), confirmed: true });
  }
}

/** Throws ApiProblem: `signed-out` for a wrong name or password, `too-many-tries`, `offline`. */
export async function signIn(username: string, password: string): Promise<User> {
  await tellSignOut(); // or the session of before would live on beside the new one
  const { user } = await api(paths.session(), {
    method: 'POST',
    body: { username, password },
  });
  return entered(user);
}

/** The server has let this person in, by whichever way. */
export function entered(user: User): User {
  localStorage.removeItem(untoldKey);
  keep({ user, demo: store.get().demo, confirmed: true, expired: false });
  return user;
}

/** Ends the session on this device at once, also without network, and on the server as soon as it can be told. */
export async function signOut(): Promise<void> {
  localStorage.setItem(untoldKey, 'yes');
  keep({ user: null, demo: store.get().demo, confirmed: true, expired: false });
  await tellSignOut();
}

/** Tells the server of a sign-out that it could not hear; true when there is none left. */
export async function tellSignOut(): Promise<boolean> {
  if (localStorage.getItem(untoldKey) === null) return true;
  try {
    await api(paths.session(), { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.type !== 'signed-out') return false;
  }
  localStorage.removeItem(untoldKey);
  return true;
}

export function useSession(): Session {
  return useWatched(store);
}
