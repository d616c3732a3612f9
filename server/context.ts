// What every handler may use: made once in main.ts (or by a test), passed in by app.ts.
import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Facts } from './facts/facts.ts';
import type { Following } from './following/following.ts';
import type { CallWith as CallOf } from './http/endpoint.ts';
import type { Limits } from './http/limits.ts';
import type { Leases } from './leases/leases.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { SignInService } from './single-sign-on/sign-in-service.ts';

export interface Context {
  readonly config: Config;
  readonly db: Database;
  readonly facts: Facts;
  /** how the facts hear of what other processes store */
  readonly following: Following;
  /** what takes a while and must come to its end */
  readonly leases: Leases;
  readonly log: Logger;
  readonly limits: Limits;
  /** what happens is counted here, for whoever watches over the server */
  readonly metrics: Metrics;
  /** signs the tokens; a key object, since jsonwebtoken would try a text as a public key first, at half a millisecond a request */
  readonly secret: KeyObject;
  /** the organisation's own; undefined: there is none */
  readonly signInService: SignInService | undefined;
  /** demonstration data is shown, and the client says so on every page */
  readonly demo: boolean;
  now(): Date;
  /** aborted when the server begins to stop: long answers end themselves */
  readonly stopping: AbortSignal;
}

/** A call as our handlers get it. */
export type Call = CallOf<Context>;
