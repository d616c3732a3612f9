// What reading one value gives, whatever its kind.
import type { Check } from '../check.ts';
import type { Question } from '../definition.ts';
import type { Raw } from '../response.ts';

/** Which question's value is read. */
export interface At {
  /** JSON pointer of the value: `/issues/0/title` */
  readonly pointer: string;
  /** code points a text may have */
  readonly maxLength: number;
  readonly lines: boolean;
  /** a text of marks alone is no answer to it */
  readonly required: boolean;
  /** as the definition asks it, with its limits and options */
  readonly question: Question | undefined;
}

export interface Read<T = unknown, S = Raw> {
  /** null: no answer, or none that could be understood */
  readonly value: T | null;
  /** what is kept beside it: a text that is no known value; a district's code */
  readonly beside?: string | null;
  /** why there is no value has been told: it is not missing besides */
  readonly said?: true;
  /** the same without personal data: to be shown, kept beside a reject, or logged */
  readonly safe: S;
}

/** `before`: what was read of the same part already, such as a district's province. */
export type ReadKind<T = unknown, S = unknown> = (
  check: Check,
  given: unknown,
  at: At,
  before: Readonly<Record<string, unknown>>,
) => Read<T, S>;
