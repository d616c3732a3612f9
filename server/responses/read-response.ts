// One stored response, when it is inside the scope of who asks; what is outside does not exist for them.
import type { Response as ResponseOnTheWire } from '../../shared/api/responses.ts';
import type { Scope } from '../../shared/api/session.ts';
import { isInScope } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import type { StoredResponse } from './response.model.ts';

/** @throws not-found (also: not yours) */
export async function readResponse(
  { db }: Pick<Context, 'db'>,
  scope: Scope,
  key: { survey: string; id: string },
): Promise<StoredResponse> {
  const stored = await db.responses.findById(key.id).lean<StoredResponse>();
  if (stored?.survey === key.survey && isInScope(scope, stored.place.province)) return stored;
  throw problem('not-found');
}

/** The responses with these ids, in the order of the ids; those that are gone are left out. */
export async function readResponses(
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<StoredResponse[]> {
  if (ids.length === 0) return [];
  const found = await db.responses.find({ _id: { $in: ids } }).lean<StoredResponse[]>();
  const byId = new Map(found.map((stored) => [stored._id, stored]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export function onTheWire(stored: StoredResponse): ResponseOnTheWire {
  const {
    _id,
    digest: _digest,
    withdrawnAt: _withdrawnAt,
    surveyVersion: _v,
    history,
    receivedAt,
    changedAt,
    ...rest
  } = stored;
  return {
    id: _id,
    ...rest,
    receivedAt: receivedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
  } as ResponseOnTheWire; // read-only lists become plain ones; every member is copied from the stored document
}
