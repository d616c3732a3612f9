import { useOutboxStatus } from '../data/outbox-status.ts';
import { OutboxIndicator } from './OutboxIndicator.tsx';

/** Watches the outbox for the top bar, and keeps it sending while any page is open. */
export function OutboxCorner() {
  return <OutboxIndicator {...useOutboxStatus()} />;
}
