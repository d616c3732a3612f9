import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** when pictures that come late have come */
const againMs = [50, 400];

/**
 * Makes what is in a box as much smaller as it needs to be seen whole; never larger. `changed`: whatever may make it larger or
 * smaller.
 */
export function useFit(
  box: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  changed: readonly unknown[],
): void {
  useLayoutEffect(() => {
    const makeFit = () => {
      if (box.current && content.current) fitInto(box.current, content.current);
    };
    makeFit();
    const timers = againMs.map((ms) => setTimeout(makeFit, ms));
    const sizes = new ResizeObserver(makeFit);
    if (box.current) sizes.observe(box.current);
    return () => {
      sizes.disconnect();
      for (const timer of timers) clearTimeout(timer);
    };
  }, changed);
}

/** What is made smaller gets wider, so it may become lower: twice is enough for a figure. */
function fitInto(box: HTMLElement, content: HTMLElement): void {
  let scale = 1;
  for (let turn = 0; turn < 3; turn++) {
    content.style.transform = scale === 1 ? '' : `scale(${scale})`;
    content.style.width = `${100 / scale}%`;
    const needed = content.scrollHeight * scale;
    if (needed <= box.clientHeight + 1) return;
    scale *= (box.clientHeight / needed) * 0.995;
  }
  content.style.transform = `scale(${scale})`;
}
