// What a rule links: issues that its filters let through and that say its words. The same in the preview and when it is on.
import type { Filters } from '../api/figures.ts';
import type { RuleTerms } from '../api/rules.ts';
import { provinceByCode } from '../places/provinces.ts';
import { passesIssue } from '../survey/issue-filter.ts';
import type { CheckedIssue, CheckedResponse } from '../survey/response.ts';
import { normaliseLine } from '../text/thai.ts';
import { type FoundWord, findWord, type SoughtWord, soughtWord } from './rule-words.ts';

/** A rule as it is asked again and again. */
export interface LinkMatcher {
  readonly filters: Filters;
  readonly words: readonly SoughtWord[];
  readonly match: RuleTerms['match'];
  readonly where: RuleTerms['where'];
}

type Response = Pick<CheckedResponse, 'day' | 'channel'> & {
  readonly place: Pick<CheckedResponse['place'], 'province'>;
  readonly respondent: Pick<CheckedResponse['respondent'], 'type'>;
};
type Issue = Pick<CheckedIssue, 'strategy' | 'subPlan' | 'severity' | 'title' | 'detail'>;

export function linkMatcher({ filters, words, match, where }: RuleTerms): LinkMatcher {
  return { filters, words: words.flatMap((word) => soughtWord(word) ?? []), match, where };
}

/** Whether a response is one of those that a rule looks at. */
export function passesRule(
  { filters }: Pick<LinkMatcher, 'filters'>,
  { place, respondent, channel, day }: Response,
): boolean {
  const { province, region, respondent: types, channel: channels, from, to } = filters;
  const its = provinceByCode(place.province);
  return (
    isOneOf(province, its?.code) &&
    (!region || (its !== undefined && region.includes(its.region))) &&
    isOneOf(types, respondent.type) &&
    isOneOf(channels, channel) &&
    // what has no day lies in no period
    (from === undefined || (day !== null && day >= from)) &&
    (to === undefined || (day !== null && day <= to))
  );
}

/** Where the title says the words; undefined: the rule does not link this issue. */
export function wordsThatLink(
  { filters, words, match, where }: LinkMatcher,
  issue: Issue,
): readonly FoundWord[] | undefined {
  if (words.length === 0 || !passesIssue(issue, filters)) return undefined;
  const title = normaliseLine(issue.title);
  const detail = where === 'text' ? normaliseLine(issue.detail ?? '') : '';
  const inTitle: FoundWord[] = [];
  let found = 0;
  for (const word of words) {
    const here = findWord(title, word);
    if (here) inTitle.push(here);
    if (here || (detail !== '' && findWord(detail, word))) found++;
    else if (match === 'all') return undefined;
  }
  return found > 0 ? inTitle : undefined;
}

const isOneOf = (wanted: readonly string[] | undefined, value: string | null | undefined) =>
  !wanted || wanted.includes(value ?? 'none');
