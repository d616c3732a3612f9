// What the sub-plans add up to, in all and in each province: counted when asked for, row by row. An issue that is linked to two counts
// in both; a response once in each sub-plan of any of its issues.

import { countsTowards } from '../../shared/plan/issue-links.ts';
import { affectedKnown, provinceOfShelf, severityOfKey, subPlanOfKey } from './codes.ts';
import type { Columns } from './columns.ts';
import type { Selection } from './filter.ts';
import { countsInRow, issuePasses } from './scan.ts';

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

export function tallySubPlans(columns: Columns, selection: Selection, survey: string) {
  const own = columns.dictionaries.subPlans(survey);
  const towards = new Towards((link, code) =>
    countsTowards(columns.linkSets.at(link), own.value(code) ?? null),
  );
  const all = new Map<string, Map<string, SubPlanCounts>>();
  for (const number of selection.shelves) {
    const shelf = columns.shelves[number];
    if (!shelf || shelf.length === 0) continue;
    const here = new Map<string, SubPlanCounts>();
    const seen = new Set<string>();
    for (let r = 0; r < shelf.length; r++) {
      if (!countsInRow(selection, shelf, r)) continue;
      seen.clear();
      const end = shelf.start[r + 1] ?? 0;
      for (let i = shelf.start[r] ?? 0; i < end; i++) {
        if (!issuePasses(selection, shelf, i)) continue;
        const key = shelf.key[i] ?? 0;
        const link = shelf.link[i] ?? 0;
        for (const id of towards.of(link, subPlanOfKey(key))) {
          const counts = at(here, id);
          addIssue(counts, key, shelf.affected[i] ?? 0, columns.linkSets.at(link).subPlans.length);
          if (seen.has(id)) continue;
          seen.add(id);
          counts.responses += 1;
        }
      }
    }
    if (here.size > 0) all.set(provinceOfShelf(number), here);
  }
  return all;
}

function addIssue(counts: SubPlanCounts, key: number, people: number, links: number): void {
  const severity = severityOfKey(key);
  counts.issues += 1;
  counts.affected += people;
  if (affectedKnown(key)) counts.affectedKnown += 1;
  if (severity > 0) counts.rated += 1;
  counts.severity += severity;
  if (links > 0) counts.linked += 1;
}

/** Worked out once for each set of links and each sub-plan that a response names. */
class Towards {
  readonly #known = new Map<number, readonly string[]>();
  readonly #make: (link: number, own: number) => readonly string[];

  constructor(make: (link: number, own: number) => readonly string[]) {
    this.#make = make;
  }

  of(link: number, own: number): readonly string[] {
    const key = link * 64 + own;
    let known = this.#known.get(key);
    if (!known) {
      const made = this.#make(link, own);
      known = made.length > 0 ? made : none;
      this.#known.set(key, known);
    }
    return known;
  }
}

const none: readonly string[] = ['none'];

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
