import { useEffect } from 'preact/hooks';

/** A list that hangs from its button closes when one presses elsewhere. */
export function useCloseOutside(box: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (box.current?.open && !box.current.contains(event.target as Node))
        box.current.open = false;
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [box]);
}
