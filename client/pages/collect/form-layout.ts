// Which question stands in which part of the form, in the order of the definition, and where a value stands on the page.
import type { Question, SurveyDefinition } from '../../../shared/survey/definition.ts';
import type { FormValues } from './form-values.ts';

export type Section = 'where' | 'who' | 'issue';

export function questionsIn(
  section: Section,
  { questions }: Pick<SurveyDefinition, 'questions'>,
): readonly Question[] {
  return questions.filter(({ pointer }) => sectionOf(pointer) === section);
}

function sectionOf(pointer: string): Section {
  if (pointer.startsWith('/issues/')) return 'issue';
  return pointer.startsWith('/respondent/') ? 'who' : 'where';
}

/** The id of the field for a JSON pointer: `/issues/0/title` → `f-i1-title`, `/place/position/lat` → `f-position`. */
export function fieldId(pointer: string, values: Pick<FormValues, 'issues'>): string {
  const [, top = '', second = '', third = ''] = pointer.split('/');
  if (top !== 'issues') return `f-${second === '' ? top : second}`;
  const key = values.issues[Number(second)]?.key ?? values.issues[0]?.key;
  return `f-${key}-${third === '' ? 'title' : third}`;
}

const sections: readonly Section[] = ['where', 'who', 'issue'];

/** Sorts pointers in the order of the page. */
export function pageRank(pointer: string, definition: SurveyDefinition): number {
  const issue = /^\/issues\/(\d+)/.exec(pointer)?.[1];
  const general = pointer.replace(/^\/issues\/\d+/, '/issues/-');
  const onPage = sections.flatMap((section) => questionsIn(section, definition));
  const rank = onPage.findIndex((question) => general.startsWith(question.pointer));
  return Number(issue ?? 0) * 1000 + rank;
}
