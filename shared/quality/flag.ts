// What standing rules notice in what is stored, and from when on they say so. A flag is a reason to look, never a verdict.
import type { RespondentType } from '../survey/response.ts';
import type { Strategy } from '../survey/strategies.ts';

export const qualityRules = [
  'missing-values',
  'late-reports',
  'straight-lining',
  'same-answers',
  'duplicates',
  'unusual-counts',
] as const;
export type QualityRule = (typeof qualityRules)[number];

/** What the rules look at of a response. */
export interface LookedAt {
  readonly id: string;
  readonly by: string;
  readonly office: string;
  /** somebody filled it in, one by one: not a row of a file */
  readonly byHand: boolean;
  readonly province: string;
  /** DOPA's four digits; null: not known */
  readonly district: string | null;
  readonly day: string | null;
  /** in Asia/Bangkok */
  readonly receivedDay: string;
  readonly type: RespondentType | null;
  readonly issues: readonly {
    readonly strategy: Strategy | null;
    readonly severity: number | null;
    readonly affected: number | null;
    /** 48 bits of a hash of what was said, with day and numbers; null: too little to be compared */
    readonly words: number | null;
  }[];
}

/** Numbers and names that the sentence of a flag is made of. */
export type FlagNumbers = Readonly<Record<string, string | number>>;

export interface FoundFlag {
  readonly rule: QualityRule;
  /** what it is about: the same at each run */
  readonly subject: string;
  /** where the responses lie: only who may see all of them sees it */
  readonly provinces: readonly string[];
  /** how many there are of what was noticed: when they have doubled, a flag that was set aside comes back */
  readonly cases: number;
  readonly numbers: FlagNumbers;
  /** some of the responses behind it */
  readonly responses: readonly string[];
}

/** responses that a flag names */
export const mostNamed = 20;
/** flags of each rule that are kept, those with most cases */
export const mostFlags = 200;

export const thresholds = {
  /** of a sender: fewer say nothing about how they work */
  responses: 20,
  /** a part that is missing, late */
  missingShare: 0.2,
  lateDays: 30,
  lateShare: 0.5,
  /** and so many times as often as with the others of the round */
  timesOthers: 2,
  /** issues in a response from which on it can be answered along one line; such responses; and the part of them that is */
  straightIssues: 3,
  straightResponses: 5,
  straightShare: 0.8,
  /** issues, and the part of them that says the same */
  sameIssues: 20,
  sameShare: 0.8,
  /** weeks that a district must have had, responses in one of them, and how far from the median (Iglewicz and Hoaglin's 3.5) */
  weeks: 8,
  weekCount: 10,
  modifiedZ: 3.5,
} as const;
