// What the facts say of themselves: of one change, and of what a question counts at one moment.
import type { Columns } from './columns.ts';
import { Counted } from './counted.ts';
import type { RowsCounted } from './tally-rows.ts';
import type { SubPlanMonths, SubPlansCounted } from './tally-sub-plans.ts';
import type { View } from './views.ts';

export type { FactsQuestion } from './filter.ts';

/** `unknown`: no such response, it must be put whole · `left out`: nothing can be counted of it */
export type Applied = 'new' | 'changed' | 'old' | 'unknown' | 'left out';

export interface CountsChanged {
  readonly survey: string;
  /** null: in all of them */
  readonly province: string | null;
  /** the one that has changed; absent: more than one, or nobody knows */
  readonly response?: string;
}

/** What is counted at one moment. */
export interface FactsAnswer {
  /** differs whenever the counts differ, among all answers of this process */
  readonly revision: string;
  /** the last change that the counts include */
  readonly asOf: Date;
  /** stored responses, of any question, that are in no figure because they are broken */
  readonly leftOut: number;
  /** what was made of the counts of this revision, such as the bytes of an answer */
  readonly kept: Map<string, unknown>;
  /** only inside of `use` */
  count(): Counted;
  /** only inside of `use`; undefined where the question did not want them */
  countRows(): RowsCounted | undefined;
  /** only inside of `use`; undefined where the question did not want rows */
  countSubPlans(): SubPlansCounted | undefined;
  /** only inside of `use`; undefined where the question did not want rows */
  countSubPlanMonths(): SubPlanMonths | undefined;
}

/** `round`: the view of the same survey, scope and places without another filter, at the same moment */
export function answerOf(view: View, round: View, leftOut: number, columns: Columns): FactsAnswer {
  const { kept, sums, selection } = view;
  const reporting = round.sums.reporting(selection.shelves);
  return {
    revision: `${view.revision}.${reporting.toString(36)}`,
    asOf: new Date(view.asOf),
    leftOut,
    kept,
    count: () => new Counted(sums, selection.shelves, reporting),
    countRows: () => view.rows?.places.counted(columns.dictionaries),
    countSubPlans: () => view.rows?.subPlans.counted(),
    countSubPlanMonths: () => view.rows?.subPlans.byMonth(),
  };
}
