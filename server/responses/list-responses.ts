// A page of the responses that filters choose, from the facts' order of ids to the documents themselves.
import type { PageOfResponses, Response } from '../../shared/api/responses.ts';
import type { Call } from '../context.ts';
import { type FilterQuery, readFilters } from '../facts/read-filters.ts';
import { PageOf, readPage } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { onTheWire } from './on-the-wire.ts';
import { responsesIn } from './read-responses.ts';

/** the filters of figures, and which page */
type Listed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Newest first unless told. @throws not-found, not-ready, unreadable */
export async function listResponses(
  surveyId: string,
  query: Listed,
  { context, scope }: Pick<Call, 'context' | 'scope'>,
  order: { readonly oldestFirst?: boolean } = {},
): Promise<PageOfResponses> {
  const survey = await readSurvey(context, surveyId);
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  const { limit: _limit, after: _after, ...rest } = query;
  // a name without a value is not in the query
  const filters = readFilters(rest as FilterQuery, survey);
  const question = { survey: surveyId, filters, scope };
  await refuseUnknown(context, question.filters);
  const { limit, after } = readPage(query);
  const { ids, next, total } = context.facts.find(question, { limit, after, ...order });
  const page = new PageOf<Response>(limit);
  for await (const stored of responsesIn(scope, context).each(ids)) {
    if (page.add(onTheWire(stored, context))) continue;
    const shown = ids.indexOf(stored._id);
    const cut = context.facts.find(question, { limit: shown, after, ...order });
    return { items: page.items, next: cut.next, total };
  }
  return { items: page.items, next, total };
}
