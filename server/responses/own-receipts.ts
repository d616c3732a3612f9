// The receipts of what one person sent lately, from whichever phone: to show to a supervisor.
import type { OwnReceipts } from '../../shared/api/own.ts';
import { type OwnAsked, ownLately } from './own-lately.ts';
import { inScope } from './read-responses.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const mostShown = 50;
const shown = { receipt: 1, receivedAt: 1, status: 1, place: 1, issues: 1 } as const;
type Shown = Pick<StoredResponse, '_id' | keyof typeof shown>;

/** Newest first. @throws not-found, not-ready */
export async function ownReceipts(survey: string, asking: OwnAsked): Promise<OwnReceipts> {
  const { context, scope } = asking;
  const ids = (await ownLately(survey, asking)).own.slice(0, mostShown).map(({ _id }) => _id);
  if (ids.length === 0) return { items: [], next: null };
  const found = await context.db
    .model(storedResponses)
    .find({ _id: { $in: ids }, ...inScope(scope) }, shown)
    .lean<Shown[]>();
  const items = found
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
    .map(({ _id: id, receipt, receivedAt, status, place, issues }) => ({
      ...{ id, receipt, status, issues: issues.length },
      receivedAt: receivedAt.toISOString(),
      province: place.province,
      district: place.district,
    }));
  return { items, next: null };
}
