// Words of a rule as one line that people type, and a rule as a sentence.
import type { NewRule, Rule } from '../../../shared/api/rules.ts';
import { soughtWord } from '../../../shared/plan/rule-words.ts';
import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';
import type { Speech } from '../../i18n/i18n.ts';
import { placeName, strategyName } from '../../i18n/names.ts';
import { respondentWord, severityWord } from '../../ui/filters/filter-words.ts';

/** What somebody has typed and chosen; '' and null: nothing yet. */
export interface RuleDraft {
  readonly words: string;
  readonly subPlan: string | null;
  readonly match: NewRule['match'];
  readonly where: NewRule['where'];
  readonly filters: NewRule['filters'];
}

export const emptyDraft: RuleDraft = {
  words: '',
  subPlan: null,
  match: 'any',
  where: 'title',
  filters: {},
};

/** Commas of either script divide; in quotation marks too. */
export function wordsTyped(line: string): readonly string[] {
  return line
    .split(/[,，、;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export const draftOf = ({ words, subPlan, match, where, filters }: Rule): RuleDraft => ({
  ...{ subPlan, match, where, filters: copied(filters) },
  words: words.join(', '),
});

/** The filters that a rule may have; a stored rule has no others. */
function copied(filters: Rule['filters']): NewRule['filters'] {
  const { from, to, ...lists } = filters;
  const own = Object.entries(lists).map(([name, values]) => [name, [...(values ?? [])]]);
  return { ...Object.fromEntries(own), ...(from && { from }), ...(to && { to }) };
}

/** undefined: something is missing, or wrong */
export function ruleOf(draft: RuleDraft): NewRule | undefined {
  const words = wordsTyped(draft.words);
  if (words.length === 0 || draft.subPlan === null || words.some((word) => !soughtWord(word)))
    return undefined;
  const { subPlan, match, where, filters } = draft;
  return { words: [...words], subPlan, match, where, filters };
}

/** “ศูนย์ดิจิทัลชุมชน” in the title → 3.1 … */
export function sentenceOf(
  { words, match, where, subPlan }: Pick<Rule, 'words' | 'match' | 'where' | 'subPlan'>,
  { t }: Speech,
  nameOf: (id: string) => string,
): string {
  const own = t.plan.rules;
  const said = words.map((word) => (/^["“”„]/.test(word) ? word : `“${word}”`));
  return own.sentence(
    said.join(match === 'any' ? own.or : own.and),
    own.wheres[where],
    nameOf(subPlan),
  );
}

/** What else a rule holds to, a word or two each. */
export function filtersOfRule({ filters }: Pick<Rule, 'filters'>, speech: Speech): string[] {
  const { t, lang } = speech;
  const { province = [], region = [], strategy = [], respondent = [] } = filters;
  const { channel = [], severity = [], from, to } = filters;
  return [
    ...strategy.map((one) => (isStrategy(one) ? strategyName(one, lang) : t.common.noStrategy)),
    ...[...region, ...province].map((one) => placeName(one, lang)),
    ...respondent.map((one) => respondentWord(one, speech)),
    ...channel.map((one) => (t.common.channels as Readonly<Record<string, string>>)[one] ?? one),
    ...severity.map((one) => severityWord(one, speech)),
    ...(from || to ? [`${from ?? ''}–${to ?? ''}`] : []),
  ];
}

const isStrategy = (value: string): value is Strategy =>
  strategies.some((strategy) => strategy === value);
