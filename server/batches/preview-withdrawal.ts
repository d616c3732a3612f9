// What withdrawing a batch would change, before anybody does it.
import type { User } from '../../shared/api/session.ts';
import type { WithdrawalPreview } from '../../shared/api/withdrawals.ts';
import { isInScope } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { ShareOfCount, standingOfBatch } from '../responses/share-of-batch.ts';
import { mayWithdrawApproved } from '../responses/withdrawal.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import type { StoredBatch } from './batch.model.ts';
import { standElsewhere } from './rows-elsewhere.ts';

/** approved rows that are named */
const mostNamed = 100;

export interface PreviewedWithdrawal
  extends Pick<WithdrawalPreview, 'responses' | 'issues' | 'approved' | 'approvedRows' | 'kept'> {
  readonly approvedToo: boolean;
  readonly share: ShareOfCount;
}

/** @throws not-allowed when it holds responses of places that are out of this person's scope */
export async function previewWithdrawal(
  context: Context,
  batch: StoredBatch,
  user: User,
): Promise<PreviewedWithdrawal> {
  const survey = await readSurvey(context, batch.survey);
  const elsewhere = await standElsewhere(context, batch);
  const share = new ShareOfCount(survey);
  const approvedRows: WithdrawalPreview['approvedRows'] = [];
  let [responses, issues, approved, kept] = [0, 0, 0, 0];
  for await (const page of standingOfBatch(context, batch._id))
    for (const response of page) {
      const { _id: responseId, row, line, status, place } = response;
      if (!isInScope(user.scope, place.province)) throw outOfScope();
      if (elsewhere.has(responseId)) {
        kept++;
        continue;
      }
      responses++;
      issues += response.issues.length;
      if (status === 'approved') approved++;
      if (status === 'approved' && approvedRows.length < mostNamed)
        approvedRows.push({ row, line, responseId });
      share.add(response);
    }
  const approvedToo = mayWithdrawApproved(user);
  return { responses, issues, approved, approvedRows, kept, approvedToo, share };
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
  const lines = share.lines;
  const places = lines.filter(({ figure }) => figure === 'by-province');
  const question = { survey, filters: {}, scope: user.scope };
  return await context.facts.ask(question, (answer) => {
    const counted = answer.count();
    const { issues, responses } = counted.total;
    const emptied = places.filter((line) => counted.inPlace(line.of).responses <= line.responses);
    return {
      ...preview,
      allowed: preview.approved === 0 || approvedToo,
      drops: {
        ...{ issues: share.issues, responses: share.responses, pending: share.pending },
        ...{ unmatched: share.unmatched, provincesReporting: emptied.length, figures: lines },
      },
      before: {
        ...{ issues, responses },
        provincesReporting: counted.provinces.filter((code) => counted.reports(code)).length,
      },
    };
  });
}
