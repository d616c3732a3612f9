// How much one person sent lately, and what became of it.
import type { OwnNumbers } from '../../shared/api/own.ts';
import { fromDays, mondayOf, toDays, weekOf } from '../../shared/quality/days.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { type OwnAsked, type OwnLooked, ownLately } from './own-lately.ts';
import type { StoredResponse } from './response.model.ts';

/** @throws not-found, not-ready */
export async function ownNumbers(survey: string, asking: OwnAsked): Promise<OwnNumbers> {
  const { own, since } = await ownLately(survey, asking);
  return { since: since.toISOString(), ...countsOf(own, since, asking.context.now()) };
}

function countsOf(own: readonly OwnLooked[], since: Date, now: Date): Omit<OwnNumbers, 'since'> {
  const today = bangkokDay(now);
  const monday = fromDays(mondayOf(weekOf(toDays(today))));
  const days = own.map(({ receivedAt }) => bangkokDay(receivedAt));
  const being = (...statuses: readonly StoredResponse['status'][]) =>
    own.filter(({ status }) => statuses.includes(status)).length;
  const oldest = bangkokDay(since);
  // of the day on which it ended only a part was looked through
  const from = (day: string) => (oldest < day ? days.filter((one) => one >= day).length : null);
  return {
    today: from(today),
    week: from(monday),
    waiting: being('received', 'endorsed'),
    approved: being('approved'),
    returned: being('returned'),
    rejected: being('rejected'),
  };
}
