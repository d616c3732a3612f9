// Which question stands in which part of the form, in the order of the definition, and where a value stands on the page.
import type { Question, SurveyDefinition } from '../../../shared/survey/definition.ts';
import { limits } from '../../../shared/survey/limits.ts';
import type { FormValues } from './form-values.ts';

/** The survey's own questions stand before or behind the problems, as the definition has them. */
export type Section = 'where' | 'who' | 'before' | 'issue' | 'after';

export function questionsIn(
  section: Section,
  { questions }: Pick<SurveyDefinition, 'questions'>,
): readonly Question[] {
  const issues = questions.findIndex(({ pointer }) => pointer.startsWith('/issues/'));
  return questions.filter(({ pointer }, index) => sectionOf(pointer, index < issues) === section);
}

function sectionOf(pointer: string, beforeIssues: boolean): Section {
  if (pointer.startsWith('/answers/')) return beforeIssues ? 'before' : 'after';
  if (pointer.startsWith('/issues/')) return 'issue';
  return pointer.startsWith('/respondent/') ? 'who' : 'where';
}

/** The id of the field for a JSON pointer: `/issues/0/title` → `f-i1-title`, `/place/position/lat` → `f-position`. */
export function fieldId(pointer: string, values: Pick<FormValues, 'issues'>): string {
  const [, top = '', second = '', third = ''] = pointer.split('/');
  if (top === 'answers') return `f-answers-${second}`;
  if (top !== 'issues') return `f-${second === '' ? top : second}`;
  const key = values.issues[Number(second)]?.key ?? values.issues[0]?.key;
  return `f-${key}-${third === '' ? 'title' : third}`;
}

const sections: readonly Section[] = ['where', 'who', 'before', 'issue', 'after'];

/** Sorts pointers in the order of the page. */
export function pageRank(pointer: string, definition: SurveyDefinition): number {
  const issue = /^\/issues\/(\d+)/.exec(pointer)?.[1];
  const general = pointer.replace(/^\/issues\/\d+/, '/issues/-');
  const onPage = sections.flatMap((section) => questionsIn(section, definition));
  const rank = onPage.findIndex(
    (question) => general === question.pointer || general.startsWith(`${question.pointer}/`),
  );
  const firstBehind = onPage.length - questionsIn('after', definition).length;
  return Number(issue ?? (rank < firstBehind ? 0 : limits.issues.max)) * onPage.length + rank;
}
