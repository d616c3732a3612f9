// One broken rule on one value: a stable code, a level, a place, parameters; never a sentence.
// The codes are the same at every door (form, CSV, API, re-check); the words live in client/i18n.

/** Errors stop a response (or a row); the rest of a file goes on. */
export const errorCodes = [
  'missing-province',
  'unknown-province',
  'ambiguous-province',
  'missing-title',
  'text-too-long',
  'id-conflict',
  'invalid-date',
  'date-in-future',
  'severity-out-of-range',
  'severity-invalid',
  'column-count',
  'unterminated-quote',
  // not in a file's vocabulary: what only the form and the API can get wrong
  'issues-count',
  'outside-scope',
  'wrong-type',
  'unknown-field',
  'answer-missing',
  'not-an-option',
  'not-a-number',
  'out-of-range',
  'issue-id-invalid',
  'photos-count',
] as const;

/** Warnings are stored beside the response; nobody has to do anything for it to count. */
export const warningCodes = [
  'date-missing',
  'severity-missing',
  'respondent-type-unknown',
  'strategy-unknown',
  'sub-plan-unknown',
  'short-row',
  'date-two-digit-year',
  'date-serial-be',
  'date-long-ago',
  'date-implausible',
  'affected-approximate',
  'affected-unit',
  'affected-range',
  'affected-invalid',
  'pii-national-id',
  'pii-phone',
  'pii-email',
  'pii-line',
  'pii-account',
  'pii-profile',
  'pii-possible-name',
  'juristic-id',
  'province-spelling',
  'district-unknown',
  'formula-like',
  'spreadsheet-error',
  'damaged-text',
  'title-no-words',
  'control-characters',
  'coordinates-swapped',
  'coordinates-outside',
  'question-unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type ViolationCode = ErrorCode | WarningCode;

/** `pointer` is a JSON pointer (RFC 6901) into the response: `/place/province`, `/issues/0/title`. */
export interface Violation {
  readonly code: ViolationCode;
  readonly level: 'error' | 'warning';
  readonly pointer: string;
  readonly [parameter: string]: unknown;
}
