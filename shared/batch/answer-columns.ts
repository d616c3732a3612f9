// The columns that the survey's own questions can have in a file.
import { answerKeyOf, extraQuestions, type Question } from '../survey/definition.ts';
import type { AnswerField } from '../survey/fields/names-in-files.ts';
import { allLabels } from '../text/names.ts';
import { headerKey } from './header-key.ts';

/** From a header as it is compared to the answer it holds. */
export type AnswerColumns = ReadonlyMap<string, AnswerField>;

/** Known by their name in an export, by their key, and by the question as it is asked; of equal names the first is meant. */
export function answerColumns(questions: readonly Question[] = []): AnswerColumns {
  const names = extraQuestions(questions).flatMap((question) => {
    const key = answerKeyOf(question) ?? '';
    const field: AnswerField = `answers/${key}`;
    return [field, key, ...allLabels(question)].map((name) => [name, field] as const);
  });
  return new Map(names.reverse().map(([name, field]) => [headerKey(name), field]));
}
