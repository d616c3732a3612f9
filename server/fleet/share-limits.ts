// What a person may do a minute or a day is counted by all processes of a fleet together: each tells the others what it has counted.
import cluster from 'node:cluster';
import type { Added, Limits } from '../http/limits.ts';
import { isUsed, type Used } from './messages.ts';

/** so late the others may hear of it, and so much may be too much */
const apartMs = 50;

/** Does nothing in a process that is alone. */
export function shareLimits(limits: Limits): void {
  if (!cluster.isWorker) return;
  const waiting = new Map<string, Added>();
  const tell = () => {
    const used: Used = { kind: 'used', added: [...waiting.values()] };
    waiting.clear();
    process.send?.(used);
  };
  limits.onAdded(({ rate, who, amount }) => {
    if (waiting.size === 0) setTimeout(tell, apartMs).unref();
    const key = `${rate} ${who}`;
    waiting.set(key, { rate, who, amount: amount + (waiting.get(key)?.amount ?? 0) });
  });
  process.on('message', (message) => {
    if (isUsed(message)) for (const added of message.added) limits.addElsewhere(added);
  });
}
