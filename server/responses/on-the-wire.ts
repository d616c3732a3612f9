// A stored response in the shape of shared/api/responses.ts.
import type { Response as ResponseOnTheWire } from '../../shared/api/responses.ts';
import type { Context } from '../context.ts';
import type { StoredResponse } from './response.model.ts';
import { withLinks } from './with-links.ts';

/** With `links`, where a context is at hand that knows them. */
export function onTheWire(
  stored: StoredResponse,
  linked?: Pick<Context, 'facts'>,
): ResponseOnTheWire {
  const {
    _id,
    digest: _digest,
    formerDigests: _formerDigests,
    revision = 1,
    withdrawnAt,
    withdrawnWith = null,
    attempt: _attempt,
    held: _held,
    leaving: _leaving,
    leftAt: _leftAt,
    heir: _heir,
    erasedAt,
    history,
    earlierDecisions = 0,
    receivedAt,
    changedAt,
    ...rest
  } = stored;
  const { issues } = linked ? withLinks(linked, stored) : stored;
  return {
    id: _id,
    ...rest,
    issues,
    revision,
    receivedAt: receivedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    withdrawnWith,
    earlierDecisions,
    history: history.map(({ from: _from, batch: _batch, ...entry }) => ({
      ...entry,
      id: entry.id ?? null,
      at: entry.at.toISOString(),
    })),
  } as ResponseOnTheWire; // read-only lists become plain ones; every member is copied from the stored document
}
