// What a page holds that nobody keeps for it, such as a file that was chosen: meanwhile no new version of the app takes its place, in
// whatever tab it lies.
import { createWatched } from './watched.ts';

const lock = 'rabfang.in-use';
let holding = 0;

/** Whether this page holds something. */
export const heldHere = createWatched(false);

/** Until what it returns is called; twice is once. */
export function holdPage(): () => void {
  let letGo = () => {};
  const end = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  heldHere.set(++holding > 0);
  // without locks there is no service worker either
  void navigator.locks?.request(lock, { mode: 'shared' }, () => end);
  void end.then(() => heldHere.set(--holding > 0));
  return letGo;
}

/** By any page of the app in this browser. */
export async function isHeldAnywhere(): Promise<boolean> {
  if (heldHere.get() || !navigator.locks) return heldHere.get();
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lock);
}
