// One key each, by where it lies: the same key whatever the keyboard writes, Thai or English. Never while somebody types, never with
// Ctrl or Alt, never in a dialog; and whoever speaks to the machine, or presses by accident, can turn them off (WCAG 2.1.4).
import { useEffect, useRef } from 'preact/hooks';
import { createWatched, useWatched } from '../../data/watched.ts';

export const reviewKeys = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyA: 'approve',
  KeyR: 'sendBack',
  KeyX: 'reject',
  KeyZ: 'undo',
  KeyS: 'select',
  KeyE: 'selectAll',
} as const;
/** with Shift */
export const shiftedKeys = { KeyJ: 'selectNext', KeyK: 'selectPrevious' } as const;
export type ReviewAct =
  | (typeof reviewKeys)[keyof typeof reviewKeys]
  | (typeof shiftedKeys)[keyof typeof shiftedKeys]
  | 'sheet';

/** What keys and buttons do. */
export type Acts = Readonly<Record<ReviewAct, () => void>>;

const kept = 'rabfang.review-keys';
const enabled = createWatched(localStorage.getItem(kept) !== 'off');

export function turnKeys(on: boolean): void {
  localStorage.setItem(kept, on ? 'on' : 'off');
  enabled.set(on);
}
export const useKeysOn = (): boolean => useWatched(enabled);

type Pressed = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'
>;
type Keys = Readonly<Record<string, ReviewAct>>;
const ways: readonly (ReviewAct | null)[] = ['next', 'previous', 'selectNext', 'selectPrevious'];

/** What a key asks for; null: nothing of ours. A key that is held down goes through the list, and decides nothing. */
export function actOf(pressed: Pressed): ReviewAct | null {
  const { code, key, ctrlKey, metaKey, altKey, shiftKey, repeat } = pressed;
  if (ctrlKey || metaKey || altKey) return null;
  if (key === '?') return 'sheet';
  const keys: Keys = shiftKey ? { ...reviewKeys, ...shiftedKeys } : reviewKeys;
  const act = Object.hasOwn(keys, code) ? (keys[code] ?? null) : null;
  return repeat && !ways.includes(act) ? null : act;
}

export function useReviewKeys(onAct: (act: ReviewAct) => void): void {
  const latest = useRef(onAct);
  latest.current = onAct;
  const isOn = useKeysOn();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actOf(event);
      if (!act || (!isOn && act !== 'sheet') || isTyping(event)) return;
      event.preventDefault();
      latest.current(act);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
}

function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  if (isComposing || document.querySelector('dialog[open]')) return true;
  // a box that is ticked takes no letters
  const takesLetters = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';
  return target instanceof Element && target.closest(takesLetters) !== null;
}
