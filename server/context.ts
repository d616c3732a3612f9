// What every handler may use: made once in main.ts (or by a test), passed in by app.ts.
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Facts } from './facts/facts.ts';

export interface Context {
  readonly config: Config;
  readonly db: Database;
  readonly facts: Facts;
  readonly log: Logger;
  /** signs the tokens */
  readonly secret: string;
  /** demonstration data is shown, and the client says so on every page */
  readonly demo: boolean;
  now(): Date;
  /** aborted when the server begins to stop: long answers end themselves */
  readonly stopping: AbortSignal;
}
