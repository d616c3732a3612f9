// A page of the workbench: groups with their titles as they are now, and what is suggested for each with its reasons.
import type { LinkGroup, LinkGroups } from '../../shared/api/links.ts';
import { mostLinkedAtOnce } from '../../shared/api/links.ts';
import type { Scope } from '../../shared/api/session.ts';
import { issueKey } from '../../shared/plan/issue-links.ts';
import { suggest } from '../../shared/plan/suggestions.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import type { Context } from '../context.ts';
import { type FilterQuery, readFilters } from '../facts/read-filters.ts';
import type { Page } from '../http/page.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { type Suggesting, suggestingFor } from './learn-links.ts';
import { groupsOf, type IssueGroup, type LinkState } from './link-groups.ts';

type Reading = Pick<Context, 'db' | 'facts' | 'log' | 'stopping'>;

/** titles shown of a group beside the first */
const mostExamples = 4;

/** @throws unreadable for a filter that is none */
export async function showGroups(
  context: Reading,
  { survey, scope }: { readonly survey: SurveyDefinition; readonly scope: Scope },
  { query, state }: { readonly query: FilterQuery; readonly state: LinkState },
  { limit, after }: Page,
): Promise<LinkGroups> {
  const filters = readFilters(query, survey);
  await refuseUnknown(context, filters);
  const suggesting = suggestingFor(context, survey);
  const { groups, cut } = await groupsOf(context, { survey: survey.id, filters, scope, state });
  const from = after === null ? 0 : groups.findIndex(({ key }) => key === after) + 1;
  const items: LinkGroup[] = [];
  let at = from;
  for (; at < groups.length && items.length < limit; at++) {
    const group = groups[at];
    const shown = group && (await showGroup(context, scope, group, suggesting));
    if (shown && (state !== 'suggested' || shown.suggestions.length > 0)) items.push(shown);
  }
  const { quality } = suggesting.learned;
  return {
    items,
    next: at < groups.length ? (groups[at - 1]?.key ?? null) : null,
    total: groups.length,
    issues: groups.reduce((n, { issues }) => n + issues.length, 0),
    cut,
    learning: suggesting.learning,
    quality: quality.n === 0 ? null : quality,
  };
}

/** undefined: nothing of it is there any more */
async function showGroup(
  context: Reading,
  scope: Scope,
  { key, issues }: IssueGroup,
  { learned, named }: Suggesting,
): Promise<LinkGroup | undefined> {
  const ids = [...new Set(issues.slice(0, mostExamples + 1).map(({ response }) => response))];
  const titles: string[] = [];
  let first: Parameters<typeof suggest>[3] | undefined;
  for await (const stored of responsesIn(scope, context).each(ids))
    for (const { response, issue: id } of issues.slice(0, mostExamples + 1)) {
      const issue = response === stored._id && stored.issues.find((one) => one.id === id);
      if (!issue) continue;
      titles.push(issue.title);
      const { title, detail, strategy } = issue;
      first ??= { title, detail, strategy, respondent: stored.respondent.type };
    }
  if (!first) return undefined;
  // where nobody has named a sub-plan, nothing can be suggested
  const suggested =
    named.length > 0
      ? suggest(learned.model, named, learned.caution, first)
      : { text: first.title, suggestions: [], fitsNone: null };
  const rated = issues.flatMap(({ severity }) => severity ?? []);
  return {
    key,
    strategy: first.strategy,
    title: suggested.text,
    examples: [...new Set(titles)].filter((title) => title !== first?.title).slice(0, mostExamples),
    issues: issues.slice(0, mostLinkedAtOnce).map((one) => issueKey(one.response, one.issue)),
    count: issues.length,
    provinces: new Set(issues.map(({ province }) => province)).size,
    severity: rated.length === 0 ? null : rated.reduce((a, b) => a + b, 0) / rated.length,
    affected: issues.reduce((sum, { affected }) => sum + (affected ?? 0), 0),
    suggestions: suggested.suggestions.map((one) => ({ ...one, words: [...one.words] })),
    fitsNone: suggested.fitsNone,
  };
}
