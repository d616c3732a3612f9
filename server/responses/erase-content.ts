// The words of one response leave it: its own document first, in one write, then its earlier contents and the reasons that reviewers
// gave. Each step may be done again at any time, and finds nothing then.
import { digestOf } from '../../shared/survey/response-digest.ts';
import type { Violation } from '../../shared/survey/violation.ts';
import { withoutWords } from '../../shared/survey/without-words.ts';
import type { Context } from '../context.ts';
import { changeResponse } from './change-response.ts';
import { changeDecisionPages } from './decision-pages.ts';
import type { StoredDecision, StoredResponse } from './response.model.ts';
import {
  type Content,
  revisableOf,
  revisionId,
  type StoredRevision,
  storedRevisions,
} from './revision.model.ts';
import { sha256 } from './sha256.ts';

type Erasing = Pick<Context, 'db' | 'facts'>;

export interface ErasedBy {
  readonly by: string;
  /** why, without personal data */
  readonly reason: string | null;
  readonly at: Date;
}

/** In one write, when it still has this version; undefined: it has another by now. What it counted as it counts as. */
export async function eraseResponse(
  context: Erasing,
  before: StoredResponse,
  { by, reason, at }: ErasedBy,
): Promise<StoredResponse | undefined> {
  const content = withoutWords(revisableOf(before));
  const entry: StoredDecision = { decision: 'erased', from: before.status, reason, by, at };
  return await changeResponse(context, before, {
    ...content,
    violations: before.violations.flatMap(withoutParameters),
    history: [...before.history.map(withoutReason), entry],
    digest: digestOf(content, sha256),
    // who sends it again is known by them
    formerDigests: [...(before.formerDigests ?? []), before.digest],
    erasedAt: at,
    changedAt: at,
  });
}

/** Only the code and the place stay; a name in `answers` is the sender's own words. */
function withoutParameters({ code, level, pointer }: Violation): Violation[] {
  return pointer.startsWith('/answers/') ? [] : [{ code, level, pointer }];
}

function withoutReason(entry: StoredDecision): StoredDecision {
  if (entry.decision === 'erased') return entry;
  const { batch: _, ...others } = entry;
  return { ...others, reason: null };
}

/** What it says, and what it ever said. */
export async function everyContent(
  context: Pick<Context, 'db'>,
  stored: StoredResponse,
): Promise<readonly Content[]> {
  const earlier = await earlierContents(context, stored);
  return [revisableOf(stored), ...earlier.map(({ content }) => content)];
}

/** Every content that a response had before, oldest first; one more than are known, for a change that was overtaken. */
async function earlierContents(
  { db }: Pick<Context, 'db'>,
  { _id, revision = 1 }: Pick<StoredResponse, '_id' | 'revision'>,
): Promise<readonly StoredRevision[]> {
  const ids = Array.from({ length: revision }, (_, index) => revisionId(_id, index + 1));
  return await db
    .model(storedRevisions)
    .find({ _id: { $in: ids } })
    .lean<StoredRevision[]>();
}

/** Of its earlier contents and its older decisions. */
export async function eraseEarlier(
  context: Pick<Context, 'db'>,
  stored: Pick<StoredResponse, '_id' | 'revision' | 'earlierDecisions'>,
): Promise<void> {
  const { db } = context;
  for (const { _id, content } of await earlierContents(context, stored)) {
    const erased: Content = withoutWords(content);
    await db.model(storedRevisions).updateOne({ _id }, { $set: { content: erased } });
  }
  await changeDecisionPages(context, stored, withoutReason);
}
