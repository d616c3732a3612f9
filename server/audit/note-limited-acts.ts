// What a person may not do any more for a while is in the record: once for each limit and person within a quarter of an hour in each
// process, so that nobody fills the record by asking again and again.
import type { Context } from '../context.ts';
import { appendToChain } from './chain.ts';

/** counted by address: who asks is nobody yet */
const ofAddresses: readonly string[] = ['anonymous', 'wrong invitations'];

export function noteLimitedActs({ db, limits, log, now }: Context): void {
  limits.onRefused((limit, who) => {
    const entry = {
      ...{ at: now(), who: ofAddresses.includes(limit) ? null : who, thing: null, request: '' },
      what: 'act-refused' as const,
      changes: [{ field: 'limit', before: null, after: limit }],
    };
    // nothing was done, so nothing waits for it
    appendToChain(db, entry).catch((err: unknown) =>
      log.warn({ err, limit }, 'that a limit was reached could not be put into the record'),
    );
  });
}
