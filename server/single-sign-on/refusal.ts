// Why somebody who came from the sign-in service was not let in: a code, for which the sign-in page has the words.
import type { ServiceRefusalReason } from '../../shared/api/session.ts';

export class ServiceRefusal extends Error {
  readonly reason: ServiceRefusalReason;
  /** the user name of whom it is about, when that is known here */
  readonly username: string | undefined;

  constructor(reason: ServiceRefusalReason, cause?: unknown, username?: string) {
    super(`not let in: ${reason}`, { cause });
    this.name = 'ServiceRefusal';
    this.reason = reason;
    this.username = username;
  }
}
