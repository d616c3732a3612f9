// A survey definition is data; `checkResponse` is the one interpreter that reads it.
import type { CoreKind } from './fields/fields.ts';
import type { Strategy } from './strategies.ts';

/** One of up to 32 configurable sub-plans (แผนงานย่อย); empty until an administrator enters them. */
export interface SubPlan {
  readonly key: string;
  readonly no: number;
  readonly strategy: Strategy;
  readonly nameTh: string;
  readonly nameEn: string | null;
  readonly active: boolean;
}

export interface SurveyDefinition {
  readonly id: string;
  /** grows with each published change of the questions */
  readonly version: number;
  readonly nameTh: string;
  readonly nameEn: string;
  /** instants, ISO 8601; null = not limited */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** true: only approved responses count; false: received ones count too (a citizen's own report always waits for approval) */
  readonly countApprovedOnly: boolean;
  readonly subPlans: readonly SubPlan[];
  /** in the order they are asked */
  readonly questions: readonly Question[];
}

export interface Question {
  /** JSON pointer into a response; `-` stands for each issue's index: `/issues/-/title` */
  readonly pointer: string;
  readonly kind: CoreKind;
  readonly labelTh: string;
  readonly labelEn: string;
  readonly hintTh?: string;
  readonly hintEn?: string;
  /** no answer is an error at every door */
  readonly required: boolean;
  /** the form asks until it is answered; at the other doors, whose sources have gaps, it may be missing */
  readonly expected?: boolean;
  /** of texts: code points after normalisation */
  readonly maxLength?: number;
  /** of texts: may have several lines */
  readonly lines?: boolean;
}

const tables = new WeakMap<readonly Question[], ReadonlyMap<string, Question>>();

/** The definition's question at a pointer such as `/issues/-/title`. */
export function questionAt({ questions }: SurveyDefinition, pointer: string): Question | undefined {
  let table = tables.get(questions);
  if (!table) {
    table = new Map(questions.map((question) => [question.pointer, question]));
    tables.set(questions, table);
  }
  return table.get(pointer);
}
