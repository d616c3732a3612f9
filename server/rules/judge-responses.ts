// Brings the links of some responses to what the rules say that are on: what matches is linked, what a rule has linked and does not match
// any more is taken back. As often as one likes: the second time nothing changes.

import type { Scope } from '../../shared/api/session.ts';
import { isInScope } from '../../shared/places/scope.ts';
import { issueKey } from '../../shared/plan/issue-links.ts';
import { type LinkMatcher, passesRule, wordsThatLink } from '../../shared/plan/link-rule.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import type { StoredIssueLinks } from '../links/link.model.ts';
import { linksOfResponses } from '../links/read-links.ts';
import {
  type LinksKey,
  type LinksWanted,
  partsOfLinkKey,
  rewriteLinks,
} from '../links/write-links.ts';
import { type RuledResponse, readForRules } from '../responses/read-for-rules.ts';
import { type LinkingRule, linksByRules } from './links-by-rules.ts';

/** A rule that is on, as responses are judged by it. */
export interface RuleAtWork extends LinkingRule {
  readonly survey: string;
  readonly scope: Scope;
  readonly matcher: LinkMatcher;
  /** its sub-plan is retired: what it has linked stays, and it links nothing more */
  readonly rests: boolean;
}

type Judging = Pick<Context, 'db' | 'now'>;

interface Step extends LinksKey {
  readonly known: StoredIssueLinks | null;
  decide(before: LinksWanted): LinksWanted | undefined;
}

/** written beside each other */
const atOnce = 25;

/** @param written hears of each document that was written, at once */
export async function judgeResponses(
  context: Judging,
  rules: readonly RuleAtWork[],
  ids: readonly string[],
  written: (after: StoredIssueLinks) => void,
): Promise<void> {
  const [responses, links] = [
    await readForRules(context.db, ids),
    await linksOfResponses(context, ids),
  ];
  const keys = new Set(links.keys());
  for (const { _id, issues } of responses.values())
    for (const { id } of issues) keys.add(issueKey(_id, id));
  const steps: Step[] = [];
  const turn = new Turn();
  for (const key of keys) {
    await turn.giveWay();
    const { response, issue } = partsOfLinkKey(key);
    const of = rulesOf(rules, responses.get(response), issue);
    const known = links.get(key) ?? null;
    const survey = known?.survey ?? responses.get(response)?.survey ?? '';
    const decide: Step['decide'] = (before) => linksByRules(before, { ...of, at: context.now() });
    // most are as they are to be
    if (decide(known ?? { links: [], history: [] })) steps.push({ survey, key, known, decide });
  }
  for (let at = 0; at < steps.length; at += atOnce)
    await Promise.all(
      steps.slice(at, at + atOnce).map(async ({ decide, known, ...which }) => {
        const after = await rewriteLinks(context, which, decide, known);
        if (after) written(after);
      }),
    );
}

/** The rules that match an issue as it is stored; of an issue that is not there, none. */
function rulesOf(
  rules: readonly RuleAtWork[],
  response: RuledResponse | undefined,
  issueId: string,
) {
  const its = response ? rules.filter((rule) => looksAt(rule, response)) : [];
  // its words are gone: it stays as it was found
  const isErased = response?.erasedAt !== undefined;
  const issue = response?.issues.find(({ id }) => id === issueId);
  const matching =
    issue && !isErased ? its.filter(({ matcher }) => wordsThatLink(matcher, issue)) : [];
  const resting = its.filter((rule) => isErased || (rule.rests && matching.includes(rule)));
  return {
    matching: matching.filter(({ rests }) => !rests),
    stays: (rule: string) => issue !== undefined && resting.some(({ id }) => id === rule),
  };
}

export const looksAt = (
  { survey, scope, matcher }: Pick<RuleAtWork, 'survey' | 'scope' | 'matcher'>,
  response: RuledResponse,
): boolean =>
  survey === response.survey &&
  isInScope(scope, response.place.province) &&
  passesRule(matcher, response);
