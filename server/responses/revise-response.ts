// New content for a response that was sent back: by who sent it, or by their office. What it replaces is kept under its own number
// before the response lets go of it, and is the same whoever writes it, so a crash between the two loses nothing.
import type { User } from '../../shared/api/session.ts';
import type { CheckedIssue, CheckedResponse } from '../../shared/survey/response.ts';
import { digestOf } from '../../shared/survey/response-digest.ts';
import type { Violation } from '../../shared/survey/violation.ts';
import type { Context } from '../context.ts';
import { type Problem, problem } from '../http/problem.ts';
import { addToHistory } from './add-to-history.ts';
import type { Inserted } from './insert-responses.ts';
import { holds } from './known.ts';
import { onTheWire } from './on-the-wire.ts';
import { type ResponseAddress, responsesIn } from './read-responses.ts';
import type { StoredResponse } from './response.model.ts';
import { revisableOf, revisionId, storedRevisions } from './revision.model.ts';
import { sha256 } from './sha256.ts';

interface Revised extends ResponseAddress {
  /** the one that was seen, which this content replaces */
  readonly revision: number;
  readonly response: CheckedResponse;
  readonly violations: readonly Violation[];
  /** its office sends it anew: it may wait for a decision yet, and need not have been sent back */
  readonly replaces?: boolean;
}

/**
 * It waits for review again, under its receipt. Sent again, it is answered with what is stored.
 * @throws not-found, not-allowed (another's), response-erased, revision-stale with the current one
 */
export async function reviseResponse(
  context: Context,
  revised: Revised,
  user: User,
): Promise<Inserted> {
  const before = await responsesIn(user.scope, context).one(revised);
  if (user.role === 'enumerator' && before.by !== user.username)
    throw problem('not-allowed', { detail: 'Somebody else sent this response.' });
  // through which door it came stays
  const { channel, channelText } = before;
  const { issues } = revised.response;
  const response = {
    ...revised.response,
    channel,
    channelText,
    issues: revised.replaces ? issues.map(withPhotosOf(before)) : issues,
  };
  const digest = digestOf(response, sha256);
  // what was stored before it was erased, sent again because its answer was lost
  const wasStored = holds(before, digest) && revised.revision < (before.revision ?? 1);
  if (before.erasedAt && wasStored) return { outcome: 'same', stored: before };
  if (before.erasedAt) throw problem('response-erased');
  if (before.withdrawnAt && !revised.replaces) throw problem('response-withdrawn');
  if (isRepeated(before, revised, { digest, by: user.username }))
    return { outcome: 'same', stored: before };
  const { revision = 1, formerDigests = [] } = before;
  const isOpen = before.status === 'returned' || (revised.replaces && before.status === 'received');
  if (revision !== revised.revision || !isOpen) throw stale(before);
  await keepRevision(context, before);
  const at = context.now();
  const after = await addToHistory(context, user.scope, before, {
    status: 'received',
    changedAt: at,
    entry: { decision: 'revised', from: before.status, reason: null, by: user.username, at },
    content: {
      ...revisableOf(response),
      violations: revised.violations,
      digest,
      revision: revision + 1,
      formerDigests: [...formerDigests, before.digest, ...digestInFile(before, response)],
    },
  });
  if (after) return { outcome: 'same', stored: after };
  const now = await responsesIn(user.scope, context).one(revised);
  // by ourselves, of two tabs
  if (isRepeated(now, revised, { digest, by: user.username }))
    return { outcome: 'same', stored: now };
  throw stale(now);
}

/** As a row of a file says it, which names no photos: its file, sent again with what was mended, holds the same. */
function digestInFile({ batch }: StoredResponse, response: CheckedResponse): readonly string[] {
  if (batch === null || !response.issues.some(({ photos }) => photos)) return [];
  const issues = response.issues.map(({ photos: _photos, ...issue }) => issue);
  return [digestOf({ ...response, issues }, sha256)];
}

/** A file has no photos: those of the issue that its line stands for stay. */
const withPhotosOf =
  ({ issues }: StoredResponse) =>
  (issue: CheckedIssue, index: number): CheckedIssue => {
    const photos = issues[index]?.photos;
    return photos ? { ...issue, photos } : issue;
  };

/** Exactly this is stored as the revision after the one that was seen: its first answer was lost. */
function isRepeated(
  stored: StoredResponse,
  { revision }: Revised,
  sent: { readonly digest: string; readonly by: string },
): boolean {
  const last = stored.history.findLast(({ decision }) => decision === 'revised');
  return stored.revision === revision + 1 && stored.digest === sent.digest && last?.by === sent.by;
}

async function keepRevision({ db }: Pick<Context, 'db'>, before: StoredResponse): Promise<void> {
  const { _id, revision = 1 } = before;
  const content = revisableOf(before);
  await db
    .model(storedRevisions)
    .updateOne({ _id: revisionId(_id, revision) }, { $set: { content } }, { upsert: true });
}

function stale(current: StoredResponse): Problem {
  return problem('revision-stale', {
    detail:
      current.status === 'returned'
        ? 'It has been changed since. Change the current revision.'
        : 'Only a response that was sent back is changed.',
    current: onTheWire(current),
  });
}
