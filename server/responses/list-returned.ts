// What was sent back to one person: the facts know what was sent back in their scope, the documents say to whom. What was looked through
// without being theirs counts for the page too, so that a page is never long in coming; `next` goes on from there.
import type { PageOfReturned, Response } from '../../shared/api/responses.ts';
import type { Call } from '../context.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { onTheWire } from './on-the-wire.ts';
import { responsesIn } from './read-responses.ts';

const lookedThrough = 500;

/** Newest first. @throws not-found, not-ready, unreadable */
export async function listReturned(
  surveyId: string,
  { limit, after }: Page,
  { context, user, scope }: Pick<Call, 'context' | 'user' | 'scope'>,
): Promise<PageOfReturned> {
  const survey = await readSurvey(context, surveyId);
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  const filters = { status: ['returned'] };
  const question = { survey: survey.id, filters, scope };
  const found = context.facts.find(question, { limit: lookedThrough, after });
  const page = new PageOf<Response>(limit);
  for await (const stored of responsesIn(scope, context).each(found.ids)) {
    const isTheirs = stored.by === user.username && !stored.erasedAt;
    if (isTheirs && !page.add(onTheWire(stored))) {
      const upTo = { limit: found.ids.indexOf(stored._id), after };
      return { items: page.items, next: context.facts.find(question, upTo).next };
    }
  }
  return { items: page.items, next: found.next };
}
