import type { ComponentChildren } from 'preact';
import type { Response } from '../../../shared/api/responses.ts';
import { answerText, optionNames } from '../../../shared/survey/answer-text.ts';
import {
  answerKeyOf,
  type ExtraQuestion,
  extraQuestions,
} from '../../../shared/survey/definition.ts';
import { labelIn } from '../../../shared/text/names.ts';
import { surveyQuestions } from '../../data/survey.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';

/** The answers to the survey's own questions; those to questions that are gone stand under their keys. */
export function ExtraAnswers({ answers }: { readonly answers: Response['answers'] }) {
  const { t, lang } = useI18n();
  const questions = extraQuestions(surveyQuestions());
  const asked = new Set(questions.map(answerKeyOf));
  const others = Object.keys(answers).filter((key) => !asked.has(key));
  if (questions.length === 0 && others.length === 0) return null;
  return (
    <section class="panel mt6">
      <h2>{t.responses.one.answers}</h2>
      <dl class="dl asked mt2">
        {questions.map((question) => (
          <Line
            key={question.pointer}
            name={labelIn(question, lang)}
            text={<AnswerValue question={question} answer={answers[answerKeyOf(question) ?? '']} />}
          />
        ))}
        {others.map((key) => (
          <Line key={key} name={key} text={answerText(answers[key])} />
        ))}
      </dl>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly text: ComponentChildren;
}

function Line({ name, text }: LineProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

interface AnswerValueProps {
  readonly question: ExtraQuestion;
  readonly answer: unknown;
}

function AnswerValue({ question, answer }: AnswerValueProps) {
  const { t, lang } = useI18n();
  if (answer === undefined || answer === null) return <span class="muted">{t.common.none}</span>;
  if (typeof answer === 'boolean') return <>{answer ? t.common.yes : t.common.no}</>;
  if (typeof answer === 'number') return <>{formatNumber(answer)}</>;
  if (question.kind === 'one' || question.kind === 'many')
    return <>{optionNames(answer, question, lang).join(' · ')}</>;
  const text = String(answerText(answer));
  if (question.kind !== 'date') return <span class="detail">{text}</span>;
  return <time dateTime={text}>{formatDay(text, lang)}</time>;
}
