// What the people of one round call its strategies and sub-plans, beside what they are called everywhere. `text` is normalised.
import { allNames } from '../text/names.ts';
import { toWesternDigits } from '../text/thai.ts';
import { foldSpelling } from './coded-values.ts';
import type { StrategyWords, SubPlan } from './definition.ts';
import { isNamedSubPlan } from './named-sub-plans.ts';
import type { Strategy } from './strategies.ts';

const subPlanMaps = new WeakMap<readonly SubPlan[], ReadonlyMap<string, SubPlan>>();

/** By id, code, code and name, name or one of its words; a word of two is none of either. Retired ones are known too. */
export function findSubPlan(text: string, subPlans: readonly SubPlan[]): SubPlan | undefined {
  const exact = subPlans.find((plan) => plan.id === text && isNamedSubPlan(plan));
  if (exact || subPlans.length === 0) return exact;
  let map = subPlanMaps.get(subPlans);
  if (!map) {
    map = mapOf(subPlans.filter(isNamedSubPlan));
    subPlanMaps.set(subPlans, map);
  }
  const bare = text.replace(beforeCode, '');
  return map.get(foldSpelling(text)) ?? map.get(foldCode(bare)) ?? map.get(foldSpelling(bare));
}

const beforeCode = /^(?:แผนงานย่อย|แผนงาน|sub-?plan)\s*(?:ที่|no\.?)?/i;

/** The dot of a code counts: 1.11 is not 11.1. */
const foldCode = (code: string): string => toWesternDigits(code).toLowerCase().replace(/\s/g, '');

function mapOf(subPlans: readonly SubPlan[]): ReadonlyMap<string, SubPlan> {
  const by = (keysOf: (plan: SubPlan) => readonly string[]) =>
    subPlans.flatMap((plan) => keysOf(plan).map((key) => [foldSpelling(key), plan] as const));
  const byName = by((plan) => allNames(plan).toReversed());
  return new Map([
    ...ownWords(by(({ words }) => words)),
    ...byName,
    ...by((plan) => allNames(plan).map((name) => `${plan.code} ${name}`)),
    ...subPlans.map((plan) => [foldCode(plan.code), plan] as const),
    ...by(({ id }) => [id]),
  ]);
}

/** Those that belong to one alone. */
function ownWords<T>(pairs: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  const owners = new Map<string, Set<T>>();
  for (const [word, owner] of pairs) owners.set(word, (owners.get(word) ?? new Set()).add(owner));
  return pairs.filter(([word]) => owners.get(word)?.size === 1);
}

const strategyMaps = new WeakMap<readonly StrategyWords[], ReadonlyMap<string, Strategy>>();

/** By what the people of a round call it; a word of two is none of either. */
export function findStrategyByWord(
  text: string,
  strategies: readonly StrategyWords[],
): Strategy | undefined {
  let map = strategyMaps.get(strategies);
  if (!map) {
    const pairs = strategies.flatMap(({ id, words }) =>
      words.map((word) => [foldSpelling(word), id] as const),
    );
    map = new Map(ownWords(pairs));
    strategyMaps.set(strategies, map);
  }
  return map.size === 0 ? undefined : map.get(foldSpelling(text));
}
