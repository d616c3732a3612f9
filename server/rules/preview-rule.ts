// What a rule would do, before it is switched on: the same judging, and nothing is written. Of many responses so many are looked at,
// evenly over all of them.
import type { RulePreview, RuleTerms } from '../../shared/api/rules.ts';
import type { Scope } from '../../shared/api/session.ts';
import { issueKey } from '../../shared/plan/issue-links.ts';
import { linkMatcher, wordsThatLink } from '../../shared/plan/link-rule.ts';
import type { FoundWord } from '../../shared/plan/rule-words.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { idsForRules, type TakenIds } from '../facts/rows-of-rules.ts';
import { OneAtATime } from '../http/one-at-a-time.ts';
import type { StoredIssueLinks } from '../links/link.model.ts';
import { linksOfResponses } from '../links/read-links.ts';
import { readForRules } from '../responses/read-for-rules.ts';
import { looksAt } from './judge-responses.ts';
import { linksMade } from './links-by-rules.ts';

type Reading = Pick<Context, 'db' | 'facts' | 'now'>;

/** responses that are looked at */
const mostLooked = 20_000;
const atOnce = 100;
const mostExamples = 8;

const line = new OneAtATime();

export interface Previewed extends RuleTerms {
  /** absent: it is not stored yet */
  readonly id?: string;
  readonly survey: string;
  readonly scope: Scope;
}

interface Match {
  readonly response: string;
  readonly key: string;
  readonly title: string;
  readonly marks: readonly FoundWord[];
}

/** One at a time: it reads thousands of responses. `linked`: what the rule has linked already. */
export function previewRule(
  context: Reading,
  rule: Previewed,
  linked: number,
): Promise<RulePreview> {
  return line.run(() => preview(context, rule, linked));
}

async function preview(
  context: Reading,
  rule: Previewed,
  wouldUnlink: number,
): Promise<RulePreview> {
  const { survey, filters, scope } = rule;
  const wanted = { id: '', survey, filters, scope, isOn: true };
  const ids = await idsForRules(() => context.facts.columns, [wanted]);
  const every = Math.max(1, Math.ceil(ids.length / mostLooked));
  const found = { issues: 0, wouldLink: 0, already: 0, otherwise: 0 };
  const responses = new Set<string>();
  const examples: RulePreview['examples'] = [];
  let looked = 0;
  const turn = new Turn();
  for (const part of evenly(ids, every)) {
    looked += part.length;
    const matches = await matchesAmong(context, rule, part, turn);
    const those = [...new Set(matches.map(({ response }) => response))];
    const links = await linksOfResponses(context, those);
    for (const match of matches) {
      found.issues++;
      responses.add(match.response);
      const what = verdictOn(rule, links.get(match.key), context.now());
      found[what]++;
      if (what === 'wouldLink' && examples.length < mostExamples) examples.push(exampleOf(match));
    }
    await turn.giveWay();
  }
  return { ...found, responses: responses.size, wouldUnlink, looked, of: ids.length, examples };
}

const exampleOf = ({ response, title, marks }: Match): RulePreview['examples'][number] => ({
  response,
  title,
  marks: [...marks].sort((a, b) => a.from - b.from),
});

function* evenly(ids: TakenIds, every: number): Generator<readonly string[]> {
  let at = 0;
  for (const part of ids.inParts(atOnce * every)) {
    const chosen = part.filter(() => at++ % every === 0);
    if (chosen.length > 0) yield chosen;
  }
}

async function matchesAmong(
  { db }: Reading,
  rule: Previewed,
  ids: readonly string[],
  turn: Turn,
): Promise<Match[]> {
  const matcher = linkMatcher(rule);
  const matches: Match[] = [];
  for (const response of (await readForRules(db, ids)).values()) {
    await turn.giveWay();
    if (response.erasedAt || !looksAt({ ...rule, matcher }, response)) continue;
    for (const issue of response.issues) {
      const marks = wordsThatLink(matcher, issue);
      if (!marks) continue;
      const key = issueKey(response._id, issue.id);
      matches.push({ response: response._id, key, title: normaliseLine(issue.title), marks });
    }
  }
  return matches;
}

function verdictOn(
  { id = 'none yet', subPlan }: Previewed,
  stored: StoredIssueLinks | undefined,
  at: Date,
): 'wouldLink' | 'already' | 'otherwise' {
  const { links, history } = stored ?? { links: [], history: [] };
  if (links.some((link) => link.subPlan === subPlan)) return 'already';
  const made = linksMade({ history }, links, [{ id, subPlan, by: '' }], at);
  return made.length > 0 ? 'wouldLink' : 'otherwise';
}
