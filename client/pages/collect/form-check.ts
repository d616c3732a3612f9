// The rules beside the form's fields: which field a violation belongs to, and what only the form asks for.
// The rules let some answers be absent (files have gaps); the person who asks the question can still fill them in.
import type { CheckContext } from '../../../shared/survey/check.ts';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import type { Violation } from '../../../shared/survey/violation.ts';
import { fieldAt, fieldRank } from './form-fields.ts';
import { type FormValues, toRaw } from './form-values.ts';

/** Asked for by the form alone. */
export type Asked = 'dayMissing' | 'respondentMissing' | 'strategyMissing' | 'severityMissing';

export interface FieldError {
  /** id of the field in the page */
  readonly field: string;
  /** 0-based; null outside of the issues */
  readonly issue: number | null;
  readonly says: Violation | Asked;
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
  const raw = toRaw(values, definition.version);
  const { violations, safe } = checkResponse(definition, raw, context);
  const errors = [
    ...violations.filter((one) => one.level === 'error').map(toError),
    ...asked(values),
  ];
  return {
    errors: onePerField(errors.map((error) => withKey(error, values))),
    warnings: warningsOf(violations, values),
    safe: toSendable(raw, safe),
  };

  function toError(violation: Violation): Placed {
    return { pointer: violation.pointer, says: violation };
  }
}

interface Placed {
  readonly pointer: string;
  readonly says: Violation | Asked;
}

function asked(values: FormValues): readonly Placed[] {
  const found: Placed[] = [];
  if (values.day.trim() === '') found.push({ pointer: '/day', says: 'dayMissing' });
  if (values.respondent === '')
    found.push({ pointer: '/respondent/type', says: 'respondentMissing' });
  values.issues.forEach((issue, index) => {
    const at = `/issues/${index}`;
    if (issue.strategy === '') found.push({ pointer: `${at}/strategy`, says: 'strategyMissing' });
    if (issue.severity === '') found.push({ pointer: `${at}/severity`, says: 'severityMissing' });
  });
  return found;
}

function withKey({ pointer, says }: Placed, values: FormValues): FieldError {
  const issue = /^\/issues\/(\d+)/.exec(pointer)?.[1];
  return { field: fieldAt(pointer, values), issue: issue ? Number(issue) : null, says };
}

function onePerField(errors: readonly FieldError[]): readonly FieldError[] {
  const first = new Map<string, FieldError>();
  for (const error of errors) if (!first.has(error.field)) first.set(error.field, error);
  return [...first.values()].sort((a, b) => fieldRank(a) - fieldRank(b));
}

function warningsOf(
  violations: readonly Violation[],
  values: FormValues,
): ReadonlyMap<string, readonly Violation[]> {
  const byField = new Map<string, Violation[]>();
  for (const violation of violations) {
    if (violation.level !== 'warning' || shownElsewhere.has(violation.code)) continue;
    const field = fieldAt(violation.pointer, values);
    byField.set(field, [...(byField.get(field) ?? []), violation]);
  }
  return byField;
}

/** The shape on the wire: only the fields the form has, each text as the rules cleaned it. */
function toSendable(raw: RawResponse, safe: RawResponse): RawResponse {
  return {
    ...raw,
    day: safe.day ?? null,
    place: { ...raw.place, ...pick(safe.place, ['province', 'district', 'subdistrict']) },
    respondent: { ...raw.respondent, ...pick(safe.respondent, ['type', 'agency']) },
    issues: (raw.issues ?? []).map((issue, index) => ({
      ...issue,
      ...pick(safe.issues?.[index], ['strategy', 'title', 'detail', 'severity', 'affected']),
    })),
  };
}

function pick<T extends object, K extends keyof T>(from: T | undefined, keys: readonly K[]) {
  return Object.fromEntries(keys.flatMap((key) => (from && key in from ? [[key, from[key]]] : [])));
}
