// The draft of a round: read, changed piece by piece, thrown away.
import type { DraftChange, RoundDraft } from '../../shared/api/rounds.ts';
import type { RoundContent } from '../../shared/survey/definition.ts';
import { judgeRound } from '../../shared/survey/judge-round.ts';
import { roundDifferences } from '../../shared/survey/round-differences.ts';
import { problem } from '../http/problem.ts';
import { type Changing, changeRound, findRound } from './change-round.ts';
import { type StoredSurvey, storedSurveys } from './survey.model.ts';

/** What of a stored round is edited and published. */
export function contentOf(stored: StoredSurvey): RoundContent {
  const {
    _id,
    version: _version,
    state: _state,
    stateReason: _reason,
    revision: _revision,
    draft: _draft,
    states: _states,
    publishedAt: _publishedAt,
    ...content
  } = stored;
  return content;
}

/** null: nothing of it was published */
export const publishedOf = (stored: StoredSurvey): RoundContent | null =>
  stored.version === 0 ? null : contentOf(stored);

export function toRoundDraft(stored: StoredSurvey): RoundDraft {
  const { _id: id, revision, version, draft } = stored;
  const content = draft?.content ?? contentOf(stored);
  const published = publishedOf(stored);
  return {
    id,
    revision,
    basedOn: version,
    changedAt: draft?.changedAt.toISOString() ?? null,
    by: draft?.by ?? null,
    content,
    differences: published ? roundDifferences(published, content) : [],
    faults: judgeRound(content, published),
  } as RoundDraft; // read-only lists become plain ones
}

/** @throws not-found, round-changed, round-state for one that was put away */
export async function changeDraft(
  context: Changing,
  id: string,
  { revision, ...change }: DraftChange,
  by: string,
): Promise<StoredSurvey> {
  const before = await findRound(context, id);
  if (before.state === 'archived')
    throw problem('round-state', {
      detail: 'It was put away. Open it again first.',
      state: before.state,
    });
  const was = before.draft?.content ?? contentOf(before);
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  );
  const next = { ...was, ...given } as RoundContent; // members of a checked change over a whole content
  const { textTh, textEn } = next.privacyNotice;
  const content = {
    ...next,
    privacyNotice: { version: was.privacyNotice.version, textTh, textEn },
  };
  const draft = { content, by, changedAt: context.now() };
  return await changeRound(context, before, { draft }, revision);
}

/** A round that was never published goes with it. @throws not-found, round-changed */
export async function dropDraft(context: Changing, id: string): Promise<void> {
  const before = await findRound(context, id);
  if (before.state !== 'draft') {
    if (before.draft) await changeRound(context, before, { draft: null });
    return;
  }
  const { revision } = before;
  const { deletedCount } = await context.db.model(storedSurveys).deleteOne({ _id: id, revision });
  if (deletedCount === 0) throw problem('round-changed', { detail: 'Somebody else is at it.' });
}
