// What MongoDB is asked for, stated once: what was acknowledged survives the loss of any one member, and nothing is read that a
// failover may take back. On a single server the same words mean its journal.
import type { ConnectOptions } from 'mongoose';

/** longer than an election takes (10 to 12 s), so that work under way goes on after one */
const selectWithinMs = 15_000;
/** a write that a majority has not confirmed by then is in doubt, and is said to be */
const confirmWithinMs = 10_000;
/** a member that says nothing for this long is given up */
const silentMs = 20_000;

export const durable = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: confirmWithinMs },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: selectWithinMs,
  socketTimeoutMS: silentMs,
} as const satisfies ConnectOptions;
