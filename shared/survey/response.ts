// The two shapes of a response: as a sender gives it, and as the rules leave it. Their fields come from the registry.
import type { RawPart, StoredPart } from './fields/parts.ts';

export const channels = ['form', 'csv', 'citizen', 'api'] as const;
export type Channel = (typeof channels)[number];

export const respondentTypes = ['agency', 'citizen'] as const;
export type RespondentType = (typeof respondentTypes)[number];

/** What people type: text in any of the spellings the rules know, or a plain number. */
export type Raw = string | number | null | undefined;

/** `text` is one cell with both, "13.75, 100.50". */
export interface RawPosition {
  lat?: Raw;
  lng?: Raw;
  accuracy?: Raw;
  text?: Raw;
}

export interface Position {
  readonly lat: number;
  readonly lng: number;
  /** metres, when the device said */
  readonly accuracy?: number;
}

/** A response as it comes through any door, before the rules. Every value may be missing or wrong. */
export interface RawResponse extends RawPart<''> {
  version?: number | undefined;
  channel?: Raw;
  place?: RawPart<'/place'>;
  respondent?: RawPart<'/respondent'>;
  issues?: readonly RawIssue[];
  answers?: Readonly<Record<string, unknown>>;
}

export interface RawIssue extends RawPart<'/issues/-'> {
  id?: Raw;
  /** by their digests */
  photos?: readonly string[] | null | undefined;
}

/** A response after the rules: normalised, coded, free of personal data. Only `checkResponse` makes one. */
export interface CheckedResponse extends StoredPart<''> {
  /** version of the survey's definition it was filled with */
  readonly surveyVersion: number;
  readonly channel: Channel;
  readonly place: StoredPart<'/place'>;
  readonly respondent: StoredPart<'/respondent'>;
  readonly issues: readonly CheckedIssue[];
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface CheckedIssue extends StoredPart<'/issues/-'> {
  /** within its response; survives revisions */
  readonly id: string;
  /** by their digests; absent: none */
  readonly photos?: readonly string[];
}

/** its members that a revision replaces, as they are stored */
export const contentNames = [
  'surveyVersion',
  'day',
  'channel',
  'channelText',
  'place',
  'respondent',
  'issues',
  'answers',
] as const satisfies readonly (keyof CheckedResponse)[];
