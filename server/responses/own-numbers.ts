// What one person sent lately, and what became of it. The facts know what came lately in their scope, the documents say from whom; how
// much is looked through is bounded, and `since` says how far that led.
import type { OwnNumbers } from '../../shared/api/responses.ts';
import { fromDays, mondayOf, toDays, weekOf } from '../../shared/quality/days.ts';
import { channels } from '../../shared/survey/response.ts';
import { bangkokDay } from '../../shared/text/dates.ts';
import type { Call } from '../context.ts';
import { problem } from '../http/problem.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { inScope } from './read-responses.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const lastDays = 30;
const atOnce = 500;
const mostLookedThrough = 2500;

const all = {
  status: ['received', 'endorsed', 'pending', 'approved', 'returned', 'rejected'],
  channel: channels.filter((channel) => channel !== 'csv'),
} as const;
const looked = { by: 1, status: 1, receivedAt: 1 } as const;
type Looked = Pick<StoredResponse, '_id' | keyof typeof looked>;

/** @throws not-found, not-ready */
export async function ownNumbers(
  surveyId: string,
  { context, user, scope }: Pick<Call, 'context' | 'user' | 'scope'>,
): Promise<OwnNumbers> {
  const survey = await readSurvey(context, surveyId);
  const { facts, db } = context;
  if (!facts.ready) throw problem('not-ready', { detail: 'The responses are being counted.' });
  const now = context.now();
  const first = new Date(now.getTime() - lastDays * 86_400_000);
  const own: Looked[] = [];
  let since = first;
  let after: string | null = null;
  for (let count = 0; count < mostLookedThrough; count += atOnce) {
    const page: ReturnType<typeof facts.find> = facts.find(
      { survey: survey.id, filters: { ...all, office: [user.office] }, scope },
      { limit: atOnce, after },
    );
    const found = await db
      .model(storedResponses)
      .find({ _id: { $in: page.ids }, ...inScope(scope) }, looked)
      .lean<Looked[]>();
    own.push(...found.filter((one) => one.by === user.username && one.receivedAt >= first));
    after = page.next;
    const oldest = Math.min(...found.map(({ receivedAt }) => receivedAt.getTime()));
    since = new Date(Math.max(oldest, first.getTime()));
    if (after === null || oldest < first.getTime()) {
      since = first;
      break;
    }
  }
  return { since: since.toISOString(), ...countsOf(own, since, now) };
}

function countsOf(own: readonly Looked[], since: Date, now: Date): Omit<OwnNumbers, 'since'> {
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
