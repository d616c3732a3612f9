// What the rules say about each field, in the person's language, and when it is said.
import { useState } from 'preact/hooks';
import { answerKeyOf } from '../../../shared/survey/definition.ts';
import type { Violation } from '../../../shared/survey/violation.ts';
import { labelIn } from '../../../shared/text/names.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import type { FieldError, FormCheck } from './form-check.ts';

export interface Feedback {
  /** the error that may be shown at this field now */
  error(field: string): string | undefined;
  /** said at once, softly: nobody has to do anything */
  warnings(field: string): readonly string[];
  /** to be called when a field loses the focus */
  leave(field: string): void;
}

export interface Attempts {
  readonly feedback: Feedback;
  /** for the summary on top */
  readonly entries: readonly {
    readonly field: string;
    readonly text: string;
    readonly issue: number | null;
  }[];
  readonly attempt: number;
  /** Counts an attempt to send and shows every error; true when there is none. */
  tryToSend(): boolean;
}

export function sayViolation(violation: Readonly<Record<string, unknown>>, t: Messages): string {
  const code = String(violation.code);
  return t.violations.texts[code]?.(violation) ?? t.violations.titles[code] ?? code;
}

export function useAttempts(check: FormCheck): Attempts {
  const { t, lang } = useI18n();
  const [attempt, setAttempt] = useState(0);
  const [visible, setVisible] = useState<ReadonlySet<string>>(new Set());
  // an error that was fixed is forgotten, so that it does not jump back while the person types again
  const wrong = new Set(check.errors.map((error) => error.field));
  const fixed = [...visible].filter((field) => !wrong.has(field));
  if (fixed.length > 0) setVisible(new Set([...visible].filter((field) => wrong.has(field))));

  const shown = check.errors.filter((error) => visible.has(error.field));
  const words = new Map(shown.map((error) => [error.field, sayError(error, t)]));
  return {
    attempt,
    entries: shown.map((error) => ({
      field: error.field,
      text: inSummary(error, t, lang),
      issue: error.issue,
    })),
    tryToSend() {
      setAttempt(attempt + 1);
      setVisible(wrong);
      return wrong.size === 0;
    },
    feedback: {
      error: (field) => words.get(field),
      warnings: (field) => [
        ...new Set((check.warnings.get(field) ?? []).map((one: Violation) => sayViolation(one, t))),
      ],
      leave(field) {
        if (attempt > 0 && wrong.has(field)) setVisible(new Set([...visible, field]));
      },
    },
  };
}

function sayError({ question, says }: FieldError, t: Messages): string {
  const asked = says.code === 'answer-missing' && t.collect.missing[question?.kind ?? ''];
  return asked || sayViolation(says, t);
}

function inSummary(error: FieldError, t: Messages, lang: Lang): string {
  const { question, issue } = error;
  const text = sayError(error, t);
  if (issue !== null) return t.collect.inIssue(formatNumber(issue + 1), text);
  // “answer this question” alone would not say which
  return question && answerKeyOf(question) !== null ? `${labelIn(question, lang)}: ${text}` : text;
}
