// What the sub-plans add up to, in all and in each province: kept by a view that was asked for them, counted row by row in slices. An
// issue that is linked to two counts in both; a response once in each sub-plan of any of its issues.

import {
  affectedKnown,
  dayOfWhen,
  monthName,
  monthOfDay,
  provinceOfShelf,
  severityOfKey,
  subPlanOfKey,
} from './codes.ts';
import type { Selection } from './filter.ts';
import { countsInRow, issuePasses } from './scan.ts';
import type { Shelf } from './shelf.ts';

export interface SubPlanCounts {
  issues: number;
  responses: number;
  affected: number;
  affectedKnown: number;
  /** sum and number of the severities that are known */
  severity: number;
  rated: number;
  /** issues that a link counts to it; of the others their response names it */
  linked: number;
}

/** By province, then by sub-plan; `none`: it counts towards none. Only what has something. */
export type SubPlansCounted = ReadonlyMap<string, ReadonlyMap<string, SubPlanCounts>>;

export interface MonthCounts {
  issues: number;
  responses: number;
}

/** By sub-plan, then by month `YYYY-MM` in order, null last: no day was said. Only months that have something. */
export type SubPlanMonths = ReadonlyMap<string, ReadonlyMap<string | null, MonthCounts>>;

/** Sums that add: a row can be taken out again, with the links that it had. */
export class SubPlansTally {
  /** by shelf, then by sub-plan */
  readonly #sums = new Map<number, Map<string, SubPlanCounts>>();
  /** by sub-plan, then by the number of the month */
  readonly #months = new Map<string, Map<number, MonthCounts>>();

  /** Rows `from` up to `to` (exclusive) of the shelf with this number. */
  add(
    selection: Selection,
    { shelf, number }: { readonly shelf: Shelf; readonly number: number },
    [from, to]: readonly [from: number, to: number],
    sign: 1 | -1,
  ): void {
    const { towards } = selection;
    if (!towards) throw new Error('the question did not say that rows are wanted');
    const here = this.#in(number);
    const seen = new Set<string>();
    for (let r = from; r < to; r++) {
      if (!countsInRow(selection, shelf, r)) continue;
      seen.clear();
      const month = monthOfDay[dayOfWhen(shelf.when[r] ?? 0)] ?? 0;
      const end = shelf.start[r + 1] ?? 0;
      for (let i = shelf.start[r] ?? 0; i < end; i++) {
        if (!issuePasses(selection, shelf, i)) continue;
        const key = shelf.key[i] ?? 0;
        const { ids, isLinked } = towards.of(shelf.link[i] ?? 0, subPlanOfKey(key));
        for (const id of ids) {
          const counts = at(here, id);
          const then = this.#then(id, month);
          addIssue(counts, key, shelf.affected[i] ?? 0, isLinked, sign);
          then.issues += sign;
          if (seen.has(id)) continue;
          seen.add(id);
          counts.responses += sign;
          then.responses += sign;
        }
      }
    }
  }

  counted(): SubPlansCounted {
    const all = [...this.#sums].sort(([a], [b]) => a - b);
    return new Map(
      all.flatMap(([number, sums]) => {
        const some = [...sums].filter(([, { responses }]) => responses > 0);
        return some.length > 0 ? [[provinceOfShelf(number), new Map(some)] as const] : [];
      }),
    );
  }

  byMonth(): SubPlanMonths {
    // number 0 is no month
    const order = (month: number) => (month === 0 ? Number.POSITIVE_INFINITY : month);
    return new Map(
      [...this.#months].map(([id, months]) => {
        const some = [...months].filter(([, { responses }]) => responses > 0);
        some.sort(([a], [b]) => order(a) - order(b));
        return [id, new Map(some.map(([month, counts]) => [monthName(month), counts]))] as const;
      }),
    );
  }

  #then(id: string, month: number): MonthCounts {
    let months = this.#months.get(id);
    if (!months) {
      months = new Map();
      this.#months.set(id, months);
    }
    let counts = months.get(month);
    if (!counts) {
      counts = { issues: 0, responses: 0 };
      months.set(month, counts);
    }
    return counts;
  }

  #in(number: number): Map<string, SubPlanCounts> {
    let sums = this.#sums.get(number);
    if (!sums) {
      sums = new Map();
      this.#sums.set(number, sums);
    }
    return sums;
  }
}

function addIssue(
  counts: SubPlanCounts,
  key: number,
  people: number,
  isLinked: boolean,
  sign: 1 | -1,
): void {
  const severity = severityOfKey(key);
  counts.issues += sign;
  counts.affected += sign * people;
  if (affectedKnown(key)) counts.affectedKnown += sign;
  if (severity > 0) counts.rated += sign;
  counts.severity += sign * severity;
  if (isLinked) counts.linked += sign;
}

function at(all: Map<string, SubPlanCounts>, id: string): SubPlanCounts {
  const known = all.get(id);
  if (known) return known;
  const made = {
    ...{ issues: 0, responses: 0, affected: 0, affectedKnown: 0 },
    ...{ severity: 0, rated: 0, linked: 0 },
  };
  all.set(id, made);
  return made;
}
