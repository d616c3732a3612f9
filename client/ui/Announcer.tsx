// One polite live region for the whole page: results of actions are said through it.
import { createStore, useStore } from '../data/store.ts';

const said = createStore<string>('');

/** Says it to a screen reader; what is seen must say the same. */
export function announce(text: string): void {
  // the same words twice would not be read again
  said.set('');
  setTimeout(() => said.set(text), 50);
}

export function Announcer() {
  const text = useStore(said);
  return (
    <p class="vh" role="status" aria-live="polite">
      {text}
    </p>
  );
}
