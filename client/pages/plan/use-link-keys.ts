// Keys of the workbench: 1 to 3 confirm, N fits none, S skips, U takes back. They can be turned off, and rest while somebody types.
import { useLayoutEffect, useState } from 'preact/hooks';

interface Acts {
  readonly suggest: (at: number) => void;
  readonly none: () => void;
  readonly skip: () => void;
  readonly undo: () => void;
}

const kept = 'rabfang.plan-keys';

export function useLinkKeys(acts: Acts): { readonly on: boolean; readonly toggle: () => void } {
  const [on, setOn] = useState(() => localStorage.getItem(kept) !== 'off');
  // at once: a key that is pressed right after they were turned off must do nothing
  useLayoutEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (/^[123]$/.test(key)) acts.suggest(Number(key) - 1);
      else if (key === 'n') acts.none();
      else if (key === 's') acts.skip();
      else if (key === 'u') acts.undo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  const toggle = () => {
    localStorage.setItem(kept, on ? 'off' : 'on');
    setOn(!on);
  };
  return { on, toggle };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
