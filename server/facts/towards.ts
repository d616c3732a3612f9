// What issues count towards, by what they are linked to and what their response names.
import { countsTowards } from '../../shared/plan/issue-links.ts';
import type { Columns } from './columns.ts';

interface CountedTowards {
  readonly ids: readonly string[];
  /** a link says so, and not the response */
  readonly isLinked: boolean;
}

/** Worked out once for each set of links and each sub-plan that a response names. */
export class Towards {
  readonly #known = new Map<number, CountedTowards>();
  readonly #columns: Pick<Columns, 'dictionaries' | 'linkSets'>;
  readonly #survey: string;

  constructor(columns: Pick<Columns, 'dictionaries' | 'linkSets'>, survey: string) {
    this.#columns = columns;
    this.#survey = survey;
  }

  of(link: number, own: number): CountedTowards {
    const key = link * 64 + own;
    const known = this.#known.get(key);
    if (known) return known;
    const { dictionaries, linkSets } = this.#columns;
    const set = linkSets.at(link);
    const ids = countsTowards(set, dictionaries.subPlans(this.#survey).value(own) ?? null);
    const made = { ids: ids.length > 0 ? ids : none, isLinked: set.subPlans.length > 0 };
    this.#known.set(key, made);
    return made;
  }
}

const none: readonly string[] = ['none'];
