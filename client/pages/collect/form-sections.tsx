// The parts of the form around the problems.
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { BeforeForm } from './BeforeForm.tsx';
import { questionsIn, type Section } from './form-layout.ts';
import { OuterFields } from './OuterFields.tsx';
import type { Around } from './question-props.ts';

interface QuestionsProps {
  readonly id: string;
  readonly title: string;
  readonly part: Section;
  readonly survey: SurveyDefinition;
  readonly around: Around;
}

/** One part of the form, where the survey asks anything in it. */
export function Questions({ id, title, part, survey, around }: QuestionsProps) {
  const questions = questionsIn(part, survey);
  if (questions.length === 0) return null;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <OuterFields questions={questions} around={around} />
    </section>
  );
}

type Asked = Pick<QuestionsProps, 'survey' | 'around'>;

export function AboutVisit(asked: Asked) {
  const { t } = useI18n();
  return (
    <div class="collect-about">
      <BeforeForm survey={asked.survey} />
      <Questions id="f-where" title={t.collect.whereAndWhen} part="where" {...asked} />
      <Questions id="f-who" title={t.collect.who} part="who" {...asked} />
      <Questions id="f-before" title={t.collect.moreQuestions} part="before" {...asked} />
    </div>
  );
}
