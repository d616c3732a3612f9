// The rules beside the form's fields: which field a violation belongs to, and what the form asks for beyond the rules.
// The rules let some answers be absent (files have gaps); the person who asks the question can still fill them in.
import type { CheckContext } from '../../../shared/survey/check.ts';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import {
  answerKeyOf,
  extraQuestions,
  type Question,
  type SurveyDefinition,
} from '../../../shared/survey/definition.ts';
import { fieldAt, fieldsIn } from '../../../shared/survey/fields/fields.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import type { Violation } from '../../../shared/survey/violation.ts';
import { fieldId, pageRank } from './form-layout.ts';
import { type FormValues, type IssueValues, toRaw } from './form-values.ts';

export interface FieldError {
  /** id of the field in the page */
  readonly field: string;
  /** 0-based; null outside of the issues */
  readonly issue: number | null;
  readonly question: Question | undefined;
  readonly says: Violation;
}

export interface FormCheck {
  /** in the order of the page, one a field */
  readonly errors: readonly FieldError[];
  /** by field id */
  readonly warnings: ReadonlyMap<string, readonly Violation[]>;
  /** what may be kept and sent: without personal data */
  readonly safe: RawResponse;
}

/** said by the form in its own way, or seen in the line that shows what was understood */
const shownElsewhere = new Set(['date-missing', 'severity-missing', 'affected-approximate']);

export function checkForm(
  definition: SurveyDefinition,
  values: FormValues,
  context: CheckContext,
): FormCheck {
  const raw = asAsked(toRaw(values, definition.version), definition);
  const { violations, safe } = checkResponse(definition, raw, context);
  const errors = [
    ...violations.filter(({ level }) => level === 'error'),
    ...expected(definition, values),
  ];
  return {
    errors: onePerField(errors, definition, values),
    warnings: warningsOf(violations, values),
    safe: toSendable(safe),
  };
}

/** A draft may hold an answer to a question that has gone since: nobody can see it, so it is not sent. */
function asAsked(raw: RawResponse, { questions }: SurveyDefinition): RawResponse {
  const keys = new Set(extraQuestions(questions).map(answerKeyOf));
  const answers = Object.entries(raw.answers ?? {}).filter(([key]) => keys.has(key));
  return { ...raw, answers: Object.fromEntries(answers) };
}

/** What the form goes on asking for although the rules would take the response without it. */
function expected({ questions }: SurveyDefinition, values: FormValues): readonly Violation[] {
  const missing = (pointer: string): Violation => ({
    code: 'answer-missing',
    level: 'error',
    pointer,
  });
  return questions.flatMap((question) => {
    const field = question.expected ? fieldAt(question.pointer) : undefined;
    if (!field) return [];
    const isEmpty = (of: FormValues | IssueValues) =>
      String((of as Readonly<Record<string, unknown>>)[field.name] ?? '').trim() === ''; // by its name
    if (field.part !== '/issues/-') return isEmpty(values) ? [missing(field.pointer)] : [];
    return values.issues.flatMap((issue, index) =>
      isEmpty(issue) ? [missing(`/issues/${index}/${field.member}`)] : [],
    );
  });
}

function onePerField(
  errors: readonly Violation[],
  definition: SurveyDefinition,
  values: FormValues,
): readonly FieldError[] {
  const first = new Map<string, Violation>();
  for (const error of errors) {
    const field = fieldId(error.pointer, values);
    if (!first.has(field)) first.set(field, error);
  }
  const rank = (violation: Violation) => pageRank(violation.pointer, definition);
  return [...first]
    .sort(([, a], [, b]) => rank(a) - rank(b))
    .map(([field, says]) => {
      const issue = /^\/issues\/(\d+)/.exec(says.pointer)?.[1];
      const general = says.pointer.replace(/^\/issues\/\d+/, '/issues/-');
      return {
        field,
        issue: issue === undefined ? null : Number(issue),
        question: definition.questions.find(({ pointer }) => pointer === general),
        says,
      };
    });
}

function warningsOf(
  violations: readonly Violation[],
  values: FormValues,
): ReadonlyMap<string, readonly Violation[]> {
  const byField = new Map<string, Violation[]>();
  for (const violation of violations) {
    if (violation.level !== 'warning' || shownElsewhere.has(violation.code)) continue;
    const field = fieldId(violation.pointer, values);
    byField.set(field, [...(byField.get(field) ?? []), violation]);
  }
  return byField;
}

const ofFiles = new Set(
  fieldsIn('').flatMap(({ member, filesOnly }) => (filesOnly ? [member] : [])),
);

/** The shape on the wire, which has nothing that only files have; each text as the rules cleaned it. */
function toSendable(safe: RawResponse): RawResponse {
  return Object.fromEntries(Object.entries(safe).filter(([member]) => !ofFiles.has(member)));
}
