// What one person sent lately. The facts know what came lately in their scope, the documents say from whom; how much is looked through
// is bounded, and `since` says how far that led.
import { channels } from '../../shared/survey/response.ts';
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
export type OwnLooked = Pick<StoredResponse, '_id' | keyof typeof looked>;

export type OwnAsked = Pick<Call, 'context' | 'user' | 'scope'>;

interface Lately {
  /** newest first */
  readonly own: readonly OwnLooked[];
  readonly since: Date;
}

/** For their own office, but for files. @throws not-found, not-ready */
export async function ownLately(
  surveyId: string,
  { context, user, scope }: OwnAsked,
): Promise<Lately> {
  const survey = await readSurvey(context, surveyId);
  const { facts, db } = context;
  if (!facts.ready) throw problem('not-ready', { detail: 'The responses are being counted.' });
  const first = new Date(context.now().getTime() - lastDays * 86_400_000);
  const own: OwnLooked[] = [];
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
      .lean<OwnLooked[]>();
    own.push(...found.filter((one) => one.by === user.username && one.receivedAt >= first));
    after = page.next;
    const oldest = Math.min(...found.map(({ receivedAt }) => receivedAt.getTime()));
    since = new Date(Math.max(oldest, first.getTime()));
    if (after === null || oldest < first.getTime()) {
      since = first;
      break;
    }
  }
  own.sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
  return { own, since };
}
