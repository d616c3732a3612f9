// What an issue is linked to, as a number: each set of sub-plans and projects that occurs has a code. Most issues share a few sets.

import { isLinked, type LinkSet, noLinks } from '../../shared/plan/issue-links.ts';

/** A set of links, and the rules that made some of them. */
export interface CountedLinks extends LinkSet {
  /** ids of rules; what somebody has confirmed is a person's */
  readonly rules: readonly string[];
}

const nothing: CountedLinks = { ...noLinks, rules: [] };

export class LinkSets {
  readonly #codes = new Map<string, number>();
  readonly #sets: CountedLinks[] = [nothing];

  /** how many there are beside the empty one */
  get size(): number {
    return this.#sets.length - 1;
  }

  /** 0: the empty one */
  code({ subPlans, projects, fitsNone, rules }: CountedLinks): number {
    const set = {
      ...{ subPlans: [...subPlans].sort(), projects: [...projects].sort(), fitsNone },
      rules: [...rules].sort(),
    };
    if (!isLinked(set) && !fitsNone) return 0;
    const text = JSON.stringify(set);
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const next = this.#sets.push(set) - 1;
    this.#codes.set(text, next);
    return next;
  }

  at(code: number): CountedLinks {
    return this.#sets[code] ?? nothing;
  }

  toKeep(): readonly CountedLinks[] {
    return this.#sets.slice(1);
  }

  /** Gives the same codes to the same sets, as long as none has one. */
  take(kept: readonly CountedLinks[]): void {
    for (const set of kept) this.code(set);
  }
}

export interface LinkFilters {
  readonly subPlan?: readonly string[];
  readonly project?: readonly string[];
  /** `none`, `some` */
  readonly linked?: readonly string[];
}

/** Which issues pass by their links; undefined: no filter asks, or none has any and the key alone decides. */
export function linkFilterOf(
  { subPlan, project, linked }: LinkFilters,
  sets: LinkSets,
  ownCodes: ReadonlySet<number> | undefined,
): LinkFilter | undefined {
  const isAsked = project !== undefined || linked !== undefined;
  if (!isAsked && (subPlan === undefined || sets.size === 0)) return undefined;
  const bySet: (boolean | 'own')[] = [];
  const verdict = (code: number): boolean | 'own' => {
    const set = sets.at(code);
    if (project && !among(project, set.projects)) return false;
    if (linked && !linked.includes(isLinked(set) ? 'some' : 'none')) return false;
    if (!subPlan) return true;
    const decided = set.subPlans.length > 0 || set.fitsNone;
    return decided ? among(subPlan, set.subPlans) : 'own';
  };
  return {
    passes: (code, ownSubPlan) => {
      bySet[code] ??= verdict(code);
      const passes = bySet[code];
      return passes === 'own' ? (ownCodes?.has(ownSubPlan) ?? true) : passes === true;
    },
  };
}

export interface LinkFilter {
  /** `code`: of the set that the issue is linked to; `ownSubPlan`: the code of what its response names */
  passes(code: number, ownSubPlan: number): boolean;
}

/** `none` selects what has no value */
const among = (wanted: readonly string[], values: readonly string[]): boolean =>
  values.length === 0 ? wanted.includes('none') : values.some((one) => wanted.includes(one));
