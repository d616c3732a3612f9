// What every control of a question in the form gets.
import type { CommonIssue } from '../../../shared/api/responses.ts';
import type { Scope } from '../../../shared/api/session.ts';
import type { Question, SubPlan } from '../../../shared/survey/definition.ts';
import type { Districts } from '../../data/districts.ts';
import type { FieldProps } from '../../ui/Field.tsx';
import type { Feedback } from './feedback.ts';
import type { FormValues, IssueValues } from './form-values.ts';
import type { PhotosMaking } from './photos-making.ts';

/** The form around a question. */
export interface Around {
  readonly values: FormValues;
  readonly change: (part: Partial<FormValues>) => void;
  /** of what may have been changed meanwhile: `part` is told how it is now */
  readonly changeIssue: (key: string, part: (now: IssueValues) => Partial<IssueValues>) => void;
  readonly feedback: Feedback;
  /** `YYYY-MM-DD` in Bangkok */
  readonly today: string;
  readonly scope: Scope;
  readonly districts: Districts | null;
  /** what is being filled in: photos are kept under it */
  readonly filling: { readonly response: string; readonly survey: string; readonly owner: string };
  /** how many photos an issue may have */
  readonly photosPerIssue: number;
  /** of the round */
  readonly subPlans: readonly SubPlan[];
  readonly making: PhotosMaking;
  /** what many of the chosen district have said already */
  readonly common: readonly CommonIssue[];
}

export interface ControlProps {
  /** label, hint, error and id on the page */
  readonly field: FieldProps & { readonly id: string };
  readonly question: Question;
  /** empty: no answer */
  readonly value: string;
  /** of a question with several answers: the keys of those that were chosen */
  readonly chosen: readonly string[];
  readonly warnings: readonly string[];
  readonly set: (value: string) => void;
  readonly choose: (keys: readonly string[]) => void;
  readonly leave: () => void;
  readonly around: Around;
}
