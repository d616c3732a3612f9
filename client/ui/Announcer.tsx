// One polite live region for the whole page: results of actions are said through it.
import { createWatched, useWatched } from '../data/watched.ts';

const said = createWatched<string>('');

/** Says it to a screen reader; what is seen must say the same. */
export function announce(text: string): void {
  // the same words twice would not be read again
  said.set('');
  setTimeout(() => said.set(text), 50);
}

export function Announcer() {
  const text = useWatched(said);
  return (
    <p class="vh" role="status" aria-live="polite">
      {text}
    </p>
  );
}
