// The workbench's groups: issues of a round that say nearly the same within one strategy, the most weighty first. Which belong together is
// worked out once for a question and kept for a while, without a word of anybody; what is linked since is left out, and titles are read anew.
import type { Filters } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import { isLinked, issueKey } from '../../shared/plan/issue-links.ts';
import { passesIssue } from '../../shared/survey/issue-filter.ts';
import { AlikeGroups } from '../../shared/text/alike.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { OneAtATime } from '../http/one-at-a-time.ts';
import { responsesIn } from '../responses/read-responses.ts';

export interface GroupedIssue {
  readonly response: string;
  readonly issue: string;
  readonly province: string;
  readonly severity: number | null;
  readonly affected: number | null;
}

export interface IssueGroup {
  readonly key: string;
  readonly issues: readonly GroupedIssue[];
}

interface Found {
  readonly groups: readonly IssueGroup[];
  /** more match than were looked at */
  readonly cut: boolean;
  /** of `performance.now()` */
  readonly at: number;
}

export type LinkState = 'none' | 'suggested' | 'linked';

/** the newest; more are found when these are linked */
const mostResponses = 5000;
const keptMs = 60_000;
const mostKept = 16;
/** of an issue that nobody has rated */
const usualSeverity = 3;

const line = new OneAtATime();
const byFacts = new WeakMap<Context['facts'], Map<string, Promise<Found>>>();

interface Wanted {
  readonly survey: string;
  readonly filters: Filters;
  readonly scope: Scope;
  readonly state: LinkState;
}

type Reading = Pick<Context, 'db' | 'facts'>;

/** Those that still are as asked for, in order. */
export async function groupsOf(
  context: Reading,
  { survey, filters, scope, state }: Wanted,
): Promise<{ readonly groups: readonly IssueGroup[]; readonly cut: boolean }> {
  const linked = state === 'linked' ? 'some' : 'none';
  const asked = { survey, filters: { ...filters, linked: [linked] }, scope };
  const { groups, cut } = await kept(context, asked);
  const isAsked = ({ response, issue }: GroupedIssue) => {
    const links = context.facts.links.of(response).get(issue);
    return state === 'linked' ? links !== undefined && isLinked(links) : links === undefined;
  };
  const now = groups
    .map(({ key, issues }) => ({ key, issues: issues.filter(isAsked) }))
    .filter(({ issues }) => issues.length > 0)
    .map((group) => ({ group, weight: weightOf(group) }))
    .sort((a, b) => b.weight - a.weight || (a.group.key < b.group.key ? -1 : 1));
  return { groups: now.map(({ group }) => group), cut };
}

const weightOf = ({ issues }: IssueGroup): number =>
  issues.reduce((sum, { severity }) => sum + (severity ?? usualSeverity), 0);

type Asked = Omit<Wanted, 'state'>;

async function kept(context: Reading, asked: Asked): Promise<Found> {
  const all = byFacts.get(context.facts) ?? new Map<string, Promise<Found>>();
  byFacts.set(context.facts, all);
  const key = JSON.stringify(asked);
  const known = await all.get(key)?.catch(() => undefined);
  if (known && performance.now() - known.at < keptMs) return known;
  const making = line.run(() => group(context, asked));
  all.delete(key);
  all.set(key, making);
  const oldest = all.keys().next().value;
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
  return await making;
}

async function group(context: Reading, question: Asked): Promise<Found> {
  const { ids, next } = context.facts.find(question, { limit: mostResponses, after: null });
  const alike = new Map<string, AlikeGroups>();
  const groups = new Map<string, GroupedIssue[]>();
  const turn = new Turn();
  for await (const { _id, issues, place } of responsesIn(question.scope, context).each(ids)) {
    const links = context.facts.links.of(_id);
    for (const issue of issues) {
      const known = links.get(issue.id);
      if (!passesIssue({ ...issue, ...(known && { links: known }) }, question.filters)) continue;
      const strategy = issue.strategy ?? 'none';
      const those = alike.get(strategy) ?? new AlikeGroups();
      alike.set(strategy, those);
      const name = `${strategy} ${those.add(issue.title)}`;
      const { id, severity, affected } = issue;
      const one = { response: _id, issue: id, province: place.province, severity, affected };
      const group = groups.get(name);
      if (group) group.push(one);
      else groups.set(name, [one]);
    }
    await turn.giveWay();
  }
  const found = [...groups.values()].map((those) => ({ key: keyOf(those), issues: those }));
  return { groups: found, cut: next !== null, at: performance.now() };
}

/** Of the first of them: the same as long as it is there. */
function keyOf([first]: readonly GroupedIssue[]): string {
  return first ? issueKey(first.response, first.issue) : '';
}
