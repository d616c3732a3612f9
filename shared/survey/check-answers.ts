// Answers to the survey's own questions, one by one as the definition asks them.
import { type Check, report } from './check.ts';
import { hasError } from './check-part.ts';
import { answerKeyOf, type ExtraQuestion, extraQuestions } from './definition.ts';
import { keepAnswers } from './kept-answers.ts';
import { readExtra } from './kinds/extra-kinds.ts';
import { limits } from './limits.ts';

type Answers = Readonly<Record<string, unknown>>;

export interface CheckedAnswers {
  /** by key; a question without an answer is not there */
  readonly stored: Answers;
  readonly safe: Answers;
}

export function checkAnswers(check: Check, given: unknown): CheckedAnswers {
  const asked = extraQuestions(check.definition.questions);
  if (asked.length === 0 && isNothing(given)) return nothing;
  const answers = new Map(Object.entries(answersOf(check, given)));
  const stored: [string, unknown][] = [];
  const safe: [string, unknown][] = [];
  for (const question of asked) {
    const key = answerKeyOf(question) ?? '';
    const read = readAnswer(check, answers.get(key), question);
    if (read.value !== null) stored.push([key, read.value]);
    if (answers.has(key)) safe.push([key, read.safe]);
    answers.delete(key);
  }
  const others = checkOthers(check, Object.fromEntries(answers));
  return {
    stored: { ...others, ...Object.fromEntries(stored) },
    safe: { ...others, ...Object.fromEntries(safe) },
  };
}

const nothing: CheckedAnswers = { stored: {}, safe: {} };

const isNothing = (given: unknown): boolean =>
  given === undefined ||
  given === null ||
  (typeof given === 'object' && !Array.isArray(given) && Object.keys(given).length === 0);

function answersOf(check: Check, given: unknown): object {
  if (given === undefined || given === null) return {};
  if (typeof given === 'object' && !Array.isArray(given)) return given;
  report(check, 'wrong-type', '/answers', { expected: 'object' });
  return {};
}

function readAnswer(check: Check, given: unknown, question: ExtraQuestion) {
  const { pointer, kind, required, lines = false, maxLength = limits.detail } = question;
  const from = check.violations.length;
  const at = { pointer, lines, required, question, maxLength: Math.min(maxLength, limits.detail) };
  const read = readExtra[kind](check, given, at, {});
  if (required && read.value === null && !hasError(check, from))
    report(check, 'answer-missing', pointer);
  return read;
}

/** What no question of this version asks for is kept and said: other tools have keys of their own, and a question may have gone since. */
function checkOthers(check: Check, others: Answers): Answers {
  const count = Object.keys(others).length;
  if (count === 0) return {};
  report(check, 'question-unknown', '/answers', { count });
  return keepAnswers(check, others);
}
