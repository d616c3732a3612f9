// A survey definition is data; `checkResponse` is the one interpreter that reads it.
import type { CoreKind } from './fields/fields.ts';
import type { Strategy } from './strategies.ts';

/** How a round stands: what is not published yet, taken in, ended (early), put away. Opening and closing days count beside it. */
export const roundStates = ['draft', 'open', 'closed', 'archived'] as const;
export type RoundState = (typeof roundStates)[number];

/** A sub-plan (แผนงานย่อย), or a slot that waits for its name. Never removed, since issues belong to it: it is retired. */
export interface SubPlan {
  /** what issues keep and figures filter by; never changes */
  readonly id: string;
  readonly strategy: Strategy;
  /** as people write it, `1.2`; no two of a round have the same */
  readonly code: string;
  /** empty: nobody has named it yet, and it is nowhere offered or read */
  readonly nameTh: string;
  readonly nameEn: string | null;
  /** what people call it otherwise */
  readonly words: readonly string[];
  readonly state: 'active' | 'retired';
}

/** What people of this round call a strategy, beside its names and number. */
export interface StrategyWords {
  readonly id: Strategy;
  readonly words: readonly string[];
}

/** What respondents are told of their data; both texts empty (version 0): none was written. */
export interface PrivacyNotice {
  /** grows with each published change of its words; so a response's survey version says under which one it was given */
  readonly version: number;
  readonly textTh: string;
  readonly textEn: string;
}

/** What is edited as a draft, and becomes a version by publishing. */
export interface RoundContent {
  readonly nameTh: string;
  readonly nameEn: string;
  /** instants, ISO 8601; null = not limited */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly welcome: { readonly textTh: string; readonly textEn: string };
  readonly privacyNotice: PrivacyNotice;
  /** true: only approved responses count; false: received ones count too (a citizen's own report always waits for approval) */
  readonly countApprovedOnly: boolean;
  /** who sent a response may approve it too; absent: somebody else does */
  readonly approveOwn?: boolean;
  /** how many photos each issue may have, at most three; absent: three */
  readonly photosPerIssue?: number;
  /** decisions that a response needs: none, the office's, the office's and then the national one */
  readonly reviewTiers: 0 | 1 | 2;
  /** codes of the provinces that should report */
  readonly provincesExpected: 'all' | readonly string[];
  /** personal words of responses are erased so long after they were received; null: they stay */
  readonly retentionDays: number | null;
  /** the six, in their order */
  readonly strategies: readonly StrategyWords[];
  /** in the order in which they are shown */
  readonly subPlans: readonly SubPlan[];
  /** in the order they are asked */
  readonly questions: readonly Question[];
}

export interface SurveyDefinition extends RoundContent {
  readonly id: string;
  /** grows by one with each publication; 0: never published */
  readonly version: number;
}

/** What a survey's own questions, at `/answers/<key>`, can ask for. */
export const extraKinds = ['text', 'number', 'one', 'many', 'date', 'yes-no'] as const;
export type ExtraKind = (typeof extraKinds)[number];

export interface Question {
  /** JSON pointer into a response; `-` stands for each issue's index: `/issues/-/title` */
  readonly pointer: string;
  readonly kind: CoreKind | ExtraKind;
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
  /** inclusive: of numbers a number, of dates a day `YYYY-MM-DD` */
  readonly min?: number | string;
  readonly max?: number | string;
  /** of `one` and `many` */
  readonly options?: readonly Option[];
}

/** A choice: its key is stored, its names are shown and read. */
export interface Option {
  readonly key: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** A question of the survey's own, at `/answers/<key>`. */
export interface ExtraQuestion extends Question {
  readonly kind: ExtraKind;
}

/** What an extra question's or an option's key may be. */
export const keyPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const answers = '/answers/';

/** The key of a survey's own question: `/answers/water` → `water`; null for a core one. */
export function answerKeyOf({ pointer }: Pick<Question, 'pointer'>): string | null {
  return pointer.startsWith(answers) ? pointer.slice(answers.length) : null;
}

const extras = new WeakMap<readonly Question[], readonly ExtraQuestion[]>();

/** The survey's own questions, in their order; one of a kind that is not known here is none. */
export function extraQuestions(questions: readonly Question[]): readonly ExtraQuestion[] {
  const known = extras.get(questions) ?? questions.filter(isExtra);
  extras.set(questions, known);
  return known;
}

function isExtra(question: Question): question is ExtraQuestion {
  const isKnown = extraKinds.some((kind) => kind === question.kind);
  return isKnown && keyPattern.test(answerKeyOf(question) ?? '');
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
