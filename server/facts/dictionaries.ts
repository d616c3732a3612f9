// The codes of what has no fixed list: surveys, their sub-plans, offices, batches. They grow as responses come.
import { capacity, Dictionary } from './codes.ts';

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
}
