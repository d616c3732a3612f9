// What withdrawing a batch would change, before anybody does it.
import { statuses } from '../../shared/api/responses.ts';
import type { Scope, User } from '../../shared/api/session.ts';
import type { WithdrawalPreview } from '../../shared/api/withdrawals.ts';
import { areaOf } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import type { IssueTally } from '../facts/tallies.ts';
import { problem } from '../http/problem.ts';
import { isBatchWithin } from '../responses/of-batch.ts';
import { rowNumbersOf, ShareOfCount, standingAmong } from '../responses/share-of-batch.ts';
import { mayWithdrawApproved } from '../responses/withdrawal.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import type { StoredBatch } from './batch.model.ts';
import { standElsewhere } from './rows-elsewhere.ts';
import { type Share, shareOf, without } from './share-of-figures.ts';

/** approved rows that are named */
const mostNamed = 100;
/** approved responses that are looked at for them */
const mostLooked = 1000;
const atOnce = 500;
const everyStatus = [...statuses, 'pending'];
const everywhere: Scope = { kind: 'all' };

export interface PreviewedWithdrawal
  extends Pick<WithdrawalPreview, 'responses' | 'issues' | 'approved' | 'approvedRows' | 'kept'> {
  readonly approvedToo: boolean;
  readonly share: Share;
}

/**
 * Counted from the facts; only responses that stand in other files too are read one by one.
 * @throws not-allowed when it holds responses of places that are out of this person's scope, not-ready
 */
export async function previewWithdrawal(
  context: Context,
  batch: StoredBatch,
  user: User,
): Promise<PreviewedWithdrawal> {
  const elsewhere = await standElsewhere(context, batch);
  const kept = await shareOfThese(context, batch, elsewhere);
  const { responses, issues } = await totalIn(context, batch, everyStatus);
  if (areaOf(user.scope) !== null) {
    const inScope = await totalIn(context, batch, everyStatus, user.scope);
    if (inScope.responses < responses) throw outOfScope();
  }
  const approved = await totalIn(context, batch, ['approved']);
  const share = await context.facts.ask(questionOf(batch), (answer) => shareOf(answer.count()));
  return {
    responses: responses - kept.all.responses,
    issues: issues - kept.all.issues,
    approved: approved.responses - kept.all.approved,
    approvedRows: approved.responses > 0 ? await approvedIn(context, batch, elsewhere) : [],
    kept: kept.all.responses,
    approvedToo: mayWithdrawApproved(user),
    share: without(share, kept),
  };
}

function questionOf({ _id, survey }: StoredBatch, status?: readonly string[], scope = everywhere) {
  return { survey, scope, filters: { batch: [_id], ...(status && { status: [...status] }) } };
}

function totalIn(
  { facts }: Context,
  batch: StoredBatch,
  status: readonly string[],
  scope?: Scope,
): Promise<Pick<IssueTally, 'issues' | 'responses'>> {
  return facts.ask(questionOf(batch, status, scope), (answer) => answer.count().total);
}

/** What goes on counting, as that of other files. */
async function shareOfThese(
  context: Context,
  { survey }: StoredBatch,
  elsewhere: ReadonlySet<string>,
): Promise<ShareOfCount> {
  const share = new ShareOfCount(await readSurvey(context, survey));
  const ids = [...elsewhere];
  for (let from = 0; from < ids.length; from += atOnce)
    for (const response of await standingAmong(context, ids.slice(from, from + atOnce)))
      share.add(response);
  return share;
}

/** The first of them, in the order of their rows. */
async function approvedIn(
  context: Context,
  batch: StoredBatch,
  elsewhere: ReadonlySet<string>,
): Promise<WithdrawalPreview['approvedRows']> {
  const page = { limit: mostLooked, after: null, oldestFirst: true };
  const { ids } = context.facts.find(questionOf(batch, ['approved']), page);
  const named = ids.filter((id) => !elsewhere.has(id));
  const rows = await rowNumbersOf(context, named);
  return rows
    .slice(0, mostNamed)
    .map(({ _id: responseId, row, line }) => ({ row, line, responseId }));
}

/**
 * What the preview says of it is what this process has heard of; whoever withdraws is held to what is stored.
 * @throws not-allowed
 */
export async function refuseOutOfScope(
  context: Context,
  batch: StoredBatch,
  { scope }: User,
): Promise<void> {
  if (areaOf(scope) === null) return;
  if (!(await isBatchWithin(context, batch._id, scope))) throw outOfScope();
}

function outOfScope() {
  return problem('not-allowed', {
    detail: 'Some of its responses are of places that are outside your scope.',
  });
}

/** @throws rows-approved */
export function refuseApproved({
  approved,
  approvedRows,
  approvedToo,
}: Pick<PreviewedWithdrawal, 'approved' | 'approvedRows' | 'approvedToo'>): void {
  if (approved === 0 || approvedToo) return;
  throw problem('rows-approved', {
    detail: `${approved} of its responses are approved. An administrator may withdraw these too.`,
    approved,
    rows: approvedRows,
  });
}

/** With the figures as they stand now, in the scope of who asks. @throws not-ready */
export async function withFigures(
  context: Context,
  { survey }: StoredBatch,
  user: User,
  { share, approvedToo, ...preview }: PreviewedWithdrawal,
): Promise<WithdrawalPreview> {
  const places = share.figures.filter(({ figure }) => figure === 'by-province');
  const question = { survey, filters: {}, scope: user.scope };
  return await context.facts.ask(question, (answer) => {
    const counted = answer.count();
    const { issues, responses } = counted.total;
    const emptied = places.filter((line) => counted.inPlace(line.of).responses <= line.responses);
    return {
      ...preview,
      allowed: preview.approved === 0 || approvedToo,
      drops: { ...share, provincesReporting: emptied.length },
      before: {
        ...{ issues, responses },
        provincesReporting: counted.provinces.filter((code) => counted.reports(code)).length,
      },
    };
  });
}
