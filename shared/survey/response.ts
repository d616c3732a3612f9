// The two shapes of a response: as a sender gives it, and as the rules leave it.
import type { Strategy } from './strategies.ts';

export const channels = ['form', 'csv', 'citizen', 'api'] as const;
export type Channel = (typeof channels)[number];

export const respondentTypes = ['agency', 'citizen'] as const;
export type RespondentType = (typeof respondentTypes)[number];

/** What people type: text in any of the spellings the rules know, or a plain number. */
export type Raw = string | number | null | undefined;

/** A response as it comes through any door, before the rules. Every value may be missing or wrong. */
export interface RawResponse {
  version?: number | undefined;
  day?: Raw;
  channel?: Raw;
  /** What a file's own channel column says; kept as text. */
  channelText?: Raw;
  place?: {
    province?: Raw;
    district?: Raw;
    subdistrict?: Raw;
    /** `text` is one cell with both, "13.75, 100.50". */
    position?: { lat?: Raw; lng?: Raw; accuracy?: Raw; text?: Raw } | null | undefined;
  };
  respondent?: { type?: Raw; agency?: Raw };
  issues?: readonly RawIssue[];
  answers?: Readonly<Record<string, unknown>>;
}

export interface RawIssue {
  strategy?: Raw;
  subPlan?: Raw;
  title?: Raw;
  detail?: Raw;
  severity?: Raw;
  affected?: Raw;
}

export interface Position {
  readonly lat: number;
  readonly lng: number;
  /** metres, when the device said */
  readonly accuracy?: number;
}

/** A response after the rules: normalised, coded, free of personal data. Only `checkResponse` makes one. */
export interface CheckedResponse {
  /** version of the survey's definition it was filled with */
  readonly surveyVersion: number;
  /** `YYYY-MM-DD`, Common Era; null when not given */
  readonly day: string | null;
  readonly channel: Channel;
  readonly channelText: string | null;
  readonly place: {
    /** ISO 3166-2, such as TH-50 */
    readonly province: string;
    /** the official Thai name when it is one of the province's districts, else the text as given */
    readonly district: string | null;
    /** DOPA's four digits when known */
    readonly districtCode: string | null;
    readonly subdistrict: string | null;
    readonly position: Position | null;
  };
  readonly respondent: {
    readonly type: RespondentType | null;
    /** the text that was no known type */
    readonly typeText: string | null;
    readonly agency: string | null;
  };
  readonly issues: readonly CheckedIssue[];
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface CheckedIssue {
  readonly strategy: Strategy | null;
  /** the text that was no known strategy */
  readonly strategyText: string | null;
  readonly subPlan: string | null;
  readonly subPlanText: string | null;
  readonly title: string;
  readonly detail: string | null;
  /** 1 (least) to 5 (most) */
  readonly severity: number | null;
  /** people, 0 to 70,000,000 */
  readonly affected: number | null;
}
