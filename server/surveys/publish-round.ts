// Publishing: the version that goes is kept first, then one write makes the draft the next one. Killed in between nothing was
// published, and begun again it comes to the same: a version that is in force is never changed, so what is kept of it is true.
import { judgeRound } from '../../shared/survey/judge-round.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { type Changing, changeRound, findRound } from './change-round.ts';
import { contentOf, publishedOf } from './round-draft.ts';
import type { StoredSurvey } from './survey.model.ts';
import { storedSurveyVersions, versionKeyOf } from './survey-version.model.ts';

/** @throws not-found, round-state without a draft, round-invalid, round-changed */
export async function publishRound(
  context: Changing,
  id: string,
  by: string,
  seen?: number,
): Promise<StoredSurvey> {
  const before = await findRound(context, id);
  const { draft, version, states = [] } = before;
  if (!draft)
    throw problem('round-state', { detail: 'There is no draft to publish.', state: before.state });
  const published = publishedOf(before);
  const faults = judgeRound(draft.content, published);
  if (faults.length > 0)
    throw problem('round-invalid', {
      errors: faults,
      detail: 'Something of the draft has to be mended first.',
    });
  await keepVersion(context, before);
  const { privacyNotice } = draft.content;
  const at = context.now();
  const isFirst = before.state === 'draft';
  return await changeRound(
    context,
    before,
    {
      ...draft.content,
      privacyNotice: {
        ...privacyNotice,
        version: noticeVersion(privacyNotice, published?.privacyNotice),
      },
      version: version + 1,
      draft: null,
      publishedAt: at,
      ...(isFirst && {
        state: 'open' as const,
        states: [...states, { state: 'open' as const, reason: null, by, at }],
      }),
    },
    seen,
  );
}

type Notice = StoredSurvey['privacyNotice'];

/** Other words, another version. */
function noticeVersion(
  next: Notice,
  before: Notice = { version: 0, textTh: '', textEn: '' },
): number {
  const isSame = next.textTh === before.textTh && next.textEn === before.textEn;
  return isSame ? before.version : before.version + 1;
}

async function keepVersion({ db }: Changing, stored: StoredSurvey): Promise<void> {
  const { _id: survey, version } = stored;
  if (version === 0) return;
  const kept = { _id: versionKeyOf(survey, version), survey, version, content: contentOf(stored) };
  try {
    await db.model(storedSurveyVersions).collection.insertOne(kept as never);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
