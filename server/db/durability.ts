// What MongoDB is asked for, stated once: what was acknowledged survives the loss of any one member, and nothing is read that a
// failover may take back. On a single server the same words mean its journal.
import type { ConnectOptions } from 'mongoose';

/**
 * No member that may write is waited for longer within one try: a person is told to come back, and what goes on through an
 * election (10 to 12 s) tries again (through-election.ts).
 */
const selectWithinMs = 5_000;
/** a write that a majority has not confirmed by then is in doubt, and is said to be */
const confirmWithinMs = 5_000;
/** how often each member is asked how it is; a change of its state is told at once */
const heartbeatMs = 2_000;
/** a member that does not answer that within this and a heartbeat is given up, with all that was asked of it */
const connectWithinMs = 4_000;
/** the longest that one command may take, such as building an index */
const silentMs = 60_000;

export const durable = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: confirmWithinMs },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: selectWithinMs,
  waitQueueTimeoutMS: selectWithinMs,
  heartbeatFrequencyMS: heartbeatMs,
  connectTimeoutMS: connectWithinMs,
  socketTimeoutMS: silentMs,
  // mongoose would keep commands back while nothing is connected, and then fail in words of its own
  bufferCommands: false,
} as const satisfies ConnectOptions;
