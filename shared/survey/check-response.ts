// One rule, four doors: the form, the CSV reader, the API and the re-check all call this function.
import type { SurveyDefinition } from './definition.ts';
import type { CheckedResponse, RawResponse } from './response.ts';
import type { Violation } from './violation.ts';

export interface CheckContext {
  /** today in Asia/Bangkok, `YYYY-MM-DD` */
  readonly today: string;
  /** which end of a severity *number* is the worst; words never turn */
  readonly severityDirection?: '5-is-most' | '1-is-most';
}

export interface Checked {
  /** null when there is at least one error */
  readonly response: CheckedResponse | null;
  /** all of them, errors and warnings, in the order of the response's fields */
  readonly violations: readonly Violation[];
  /** the same raw response with personal data removed: safe to show, store beside a reject, or log */
  readonly safe: RawResponse;
}

/** Normalises a raw response, codes its values, removes personal data and lists every violation. Pure. */
export function checkResponse(
  _definition: SurveyDefinition,
  _raw: RawResponse,
  _context: CheckContext,
): Checked {
  throw new Error('written by the rules');
}
