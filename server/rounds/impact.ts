// What publishing a draft touches, counted from what is stored now.
import type { Filters } from '../../shared/api/figures.ts';
import { statuses } from '../../shared/api/responses.ts';
import type { Impact } from '../../shared/api/rounds.ts';
import { answerKeyOf, type RoundContent } from '../../shared/survey/definition.ts';
import { channels } from '../../shared/survey/response.ts';
import { roundDifferences } from '../../shared/survey/round-differences.ts';
import { countOfficesWith } from '../batches/mapped-columns.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { findRound } from '../surveys/change-round.ts';
import { contentOf } from '../surveys/round-draft.ts';
import { countEnumerators } from '../users/read-people.ts';

type Counting = Pick<Context, 'db' | 'facts'>;

/** whatever became of it */
const any = [...statuses, 'pending'];

/** @throws not-found, not-ready */
export async function impactOf(context: Counting, id: string): Promise<Impact> {
  const stored = await findRound(context, id);
  const before = contentOf(stored);
  const after = stored.draft?.content ?? before;
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  const removed = columnsOnlyIn(before, after);
  return {
    version: stored.version + 1,
    // nobody has begun anything under what was never published
    enumerators: stored.version === 0 ? 0 : await countEnumerators(context),
    responses: (await countIn(context, id, { status: any })).responses,
    columns: { added: columnsOnlyIn(after, before), removed },
    mappings: { offices: await countOfficesWith(context, id, new Set(removed)) },
    retired: await retiring(context, id, before, after),
    counted: await countedOtherwise(context, id, before, after),
    renamed: roundDifferences(before, after).filter(
      ({ pointer, kind }) => /^\/subPlans\/./.test(pointer) && kind === 'changed',
    ).length,
  };
}

/** What stands in files under `answers/…`. */
function columnsOnlyIn(one: RoundContent, other: RoundContent): string[] {
  const keys = ({ questions }: RoundContent) =>
    questions.flatMap((question) => answerKeyOf(question) ?? []);
  const others = new Set(keys(other));
  return keys(one).flatMap((key) => (others.has(key) ? [] : [`answers/${key}`]));
}

async function retiring(context: Counting, id: string, before: RoundContent, after: RoundContent) {
  const retired = after.subPlans.filter(
    (one) =>
      one.state === 'retired' &&
      before.subPlans.some((was) => was.id === one.id && was.state === 'active'),
  );
  return await Promise.all(
    retired.map(async ({ id: subPlan, code }) => ({
      id: subPlan,
      code,
      issues: (await countIn(context, id, { subPlan: [subPlan] })).issues,
    })),
  );
}

async function countedOtherwise(
  context: Counting,
  id: string,
  is: RoundContent,
  will: RoundContent,
) {
  if (is.countApprovedOnly === will.countApprovedOnly) return null;
  const before = (await countIn(context, id, {})).issues;
  const approved = (await countIn(context, id, { status: ['approved'] })).issues;
  if (will.countApprovedOnly) return { before, after: approved };
  // a citizen's own report waits in any round
  const channel = channels.filter((one) => one !== 'citizen');
  const waiting = (await countIn(context, id, { status: ['pending'], channel })).issues;
  return { before, after: approved + waiting };
}

async function countIn({ facts }: Counting, survey: string, filters: Filters) {
  return await facts.ask({ survey, filters, scope: { kind: 'all' } }, ({ count }) => {
    const { total } = count();
    return { issues: total.issues, responses: total.responses };
  });
}
