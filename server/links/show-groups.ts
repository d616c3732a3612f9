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
  while (at < groups.length && items.length < limit) {
    const some = groups.slice(at, at + limit - items.length);
    const words = await wordsOf(context, scope, some);
    for (const group of some) {
      const shown = showGroup(group, words, suggesting);
      if (shown && (state !== 'suggested' || shown.suggestions.length > 0)) items.push(shown);
    }
    at += some.length;
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

type Said = Parameters<typeof suggest>[3];

/** What the shown issues of some groups say, by `issueKey`: read together, since others have their turn between two reads. */
async function wordsOf(
  context: Reading,
  scope: Scope,
  groups: readonly IssueGroup[],
): Promise<ReadonlyMap<string, Said>> {
  const ids = groups.flatMap((group) => shownOf(group).map(({ response }) => response));
  const words = new Map<string, Said>();
  for await (const { _id, issues, respondent } of responsesIn(scope, context).each([
    ...new Set(ids),
  ]))
    for (const { id, title, detail, strategy } of issues)
      words.set(issueKey(_id, id), { title, detail, strategy, respondent: respondent.type });
  return words;
}

const shownOf = ({ issues }: IssueGroup) => issues.slice(0, mostExamples + 1);

/** undefined: nothing of it is there any more */
function showGroup(
  group: IssueGroup,
  words: ReadonlyMap<string, Said>,
  { learned, named }: Suggesting,
): LinkGroup | undefined {
  const { key, issues } = group;
  const said = shownOf(group).flatMap((one) => words.get(issueKey(one.response, one.issue)) ?? []);
  const titles = said.map(({ title }) => title);
  const [first] = said;
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
