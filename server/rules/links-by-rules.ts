// What rules make of the links of one issue. People decide: where somebody has linked it, said that it fits none, or taken back what a rule
// would link, no rule links it; and what somebody has confirmed is theirs, whatever becomes of the rule.
import type { StoredLink } from '../links/link.model.ts';
import { type LinksWanted, mostChanges } from '../links/write-links.ts';

/** A rule that is on. */
export interface LinkingRule {
  readonly id: string;
  readonly subPlan: string;
  /** user name of who switched it on */
  readonly by: string;
}

export interface RulesOfIssue {
  /** rules that match it now */
  readonly matching: readonly LinkingRule[];
  /** whether a link that a rule has made stays although it does not match: nobody can look any more */
  stays(rule: string): boolean;
  readonly at: Date;
}

/** undefined: everything is as it is to be. */
export function linksByRules(
  before: LinksWanted,
  { matching, stays, at }: RulesOfIssue,
): LinksWanted | undefined {
  const gone = before.links.filter(
    ({ rule, subPlan }) =>
      rule !== null &&
      !stays(rule) &&
      !matching.some((one) => one.id === rule && one.subPlan === subPlan),
  );
  const kept = before.links.filter((link) => !gone.includes(link));
  const isFull = before.history.length >= mostChanges;
  const made = isFull ? [] : linksMade(before, kept, matching, at);
  if (gone.length + made.length === 0) return undefined;
  const history = [
    ...gone.map((link) => ({ ...link, reason: null, at, act: 'unlinked' as const })),
    ...made.map((link) => ({ ...link, act: 'linked' as const })),
  ];
  return { links: [...kept, ...made], history: [...before.history, ...history] };
}

/** What rules would link now. */
export function linksMade(
  { history }: Pick<LinksWanted, 'history'>,
  links: readonly StoredLink[],
  matching: readonly LinkingRule[],
  at: Date,
): readonly StoredLink[] {
  if (links.some(isByPerson)) return [];
  const made: StoredLink[] = [];
  for (const { id, subPlan, by } of matching) {
    if ([...links, ...made].some((link) => link.subPlan === subPlan)) continue;
    if (isTakenBack(history, subPlan)) continue;
    made.push({ subPlan, project: null, how: 'rule', rule: id, reason: null, by, at });
  }
  return made;
}

/** Somebody has said to which sub-plan it belongs, or that it fits none. */
const isByPerson = ({ rule, subPlan }: StoredLink): boolean => rule === null && subPlan !== null;

/** Somebody has taken it away from this sub-plan, and nobody has put it back. */
function isTakenBack(history: LinksWanted['history'], subPlan: string): boolean {
  const last = history.findLast((one) => one.subPlan === subPlan);
  return last?.act === 'unlinked' && last.rule === null;
}
