// The codes of what has no fixed list: surveys, their sub-plans, offices, batches. They grow as responses come.
import { capacity, Dictionary } from './codes.ts';

/** Values in the order of their codes. */
export interface KeptDictionaries {
  readonly surveys: readonly string[];
  readonly offices: readonly string[];
  readonly batches: readonly string[];
  readonly subPlans: readonly (readonly [survey: string, values: readonly string[]])[];
}

export class Dictionaries {
  /** how many values have a code, in all */
  size = 0;
  readonly #grow = () => {
    this.size += 1;
  };
  readonly surveys = new Dictionary('survey', capacity.surveys, 0, this.#grow);
  readonly offices = new Dictionary('office', capacity.offices, 1, this.#grow);
  readonly batches = new Dictionary('batch', capacity.batches, 1, this.#grow);
  readonly #subPlans = new Map<string, Dictionary>();

  subPlans(survey: string): Dictionary {
    const known = this.#subPlans.get(survey);
    if (known) return known;
    const made = new Dictionary(`sub-plan of survey ${survey}`, capacity.subPlans, 1, this.#grow);
    this.#subPlans.set(survey, made);
    return made;
  }

  toKeep(): KeptDictionaries {
    const { surveys, offices, batches } = this;
    return {
      surveys: surveys.values,
      offices: offices.values,
      batches: batches.values,
      subPlans: [...this.#subPlans].map(([survey, { values }]) => [survey, values]),
    };
  }

  /** Gives the same codes to the same values, as long as none has one. */
  take({ surveys, offices, batches, subPlans }: KeptDictionaries): void {
    for (const one of surveys) this.surveys.code(one);
    for (const one of offices) this.offices.code(one);
    for (const one of batches) this.batches.code(one);
    for (const [survey, values] of subPlans)
      for (const one of values) this.subPlans(survey).code(one);
  }
}
