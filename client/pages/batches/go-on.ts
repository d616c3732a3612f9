// A file whose line was cut is sent again by itself, with patience: after a while that grows, or as soon as this device is online.
import { backOffMs } from '../../data/outbox-retry.ts';

let waiting: { readonly timer: number; readonly now: () => void } | null = null;
/** how often the line was cut in this file */
let cuts = { file: '', count: 0 };

export function goOnLater(file: string, again: () => void): void {
  giveUp();
  cuts = { file, count: cuts.file === file ? cuts.count + 1 : 1 };
  const now = () => {
    giveUp();
    again();
  };
  waiting = { timer: window.setTimeout(now, backOffMs(cuts.count, Math.random())), now };
  addEventListener('online', now, { once: true });
}

export function giveUp(): void {
  if (!waiting) return;
  clearTimeout(waiting.timer);
  removeEventListener('online', waiting.now);
  waiting = null;
}
