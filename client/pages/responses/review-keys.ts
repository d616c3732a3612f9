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
} as const;
export type ReviewAct = (typeof reviewKeys)[keyof typeof reviewKeys] | 'sheet';

const kept = 'rabfang.review-keys';
const enabled = createWatched(localStorage.getItem(kept) !== 'off');

export function turnKeys(on: boolean): void {
  localStorage.setItem(kept, on ? 'on' : 'off');
  enabled.set(on);
}
export const useKeysOn = (): boolean => useWatched(enabled);

type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** What a key asks for; null: nothing of ours. A key that is held down goes through the list, and decides nothing. */
export function actOf({ code, key, ctrlKey, metaKey, altKey, repeat }: Pressed): ReviewAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === '?') return 'sheet';
  const act = Object.hasOwn(reviewKeys, code) ? reviewKeys[code as keyof typeof reviewKeys] : null;
  const isWay = act === 'next' || act === 'previous';
  return repeat && !isWay ? null : act;
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
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
