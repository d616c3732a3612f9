// Pointers to what a person entered: what a reviewer can point at, and a form shows beside its field.
import type { Question } from './definition.ts';
import { fieldAt } from './fields/fields.ts';
import type { RespondentType } from './response.ts';

type Asked = readonly Pick<Question, 'pointer'>[];

/** Whether it leads to a value of a response that has so many issues: a field, or an answer to one of the survey's own questions. */
export function isValuePointer(pointer: string, issues: number, questions: Asked): boolean {
  const issue = /^\/issues\/(0|[1-9]\d{0,3})\//.exec(pointer)?.[1];
  if (issue !== undefined && Number(issue) >= issues) return false;
  const general =
    issue === undefined ? pointer : pointer.replace(`/issues/${issue}/`, '/issues/-/');
  if (issue === undefined && general.startsWith('/issues/')) return false;
  return (
    fieldAt(pointer)?.pointer === general ||
    questions.some((question) => question.pointer === general)
  );
}

/** All that its respondent was asked in a response that has so many issues, in the order of the questions. */
export function valuePointers(
  issues: number,
  questions: Asked,
  respondent: RespondentType | null,
): readonly string[] {
  const general = questions
    .map(({ pointer }) => pointer)
    .filter((pointer) => [undefined, respondent].includes(fieldAt(pointer)?.onlyOf));
  const [outer, inner] = [
    general.filter((pointer) => !pointer.startsWith('/issues/-/')),
    general.filter((pointer) => pointer.startsWith('/issues/-/')),
  ];
  const numbers = Array.from({ length: issues }, (_, index) => index);
  return [
    ...outer,
    ...numbers.flatMap((index) => inner.map((one) => one.replace('/-/', `/${index}/`))),
  ];
}
