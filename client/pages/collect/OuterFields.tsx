import { answerKeyOf, type Question } from '../../../shared/survey/definition.ts';
import { fieldAt } from '../../../shared/survey/fields/fields.ts';
import { fieldId } from './form-layout.ts';
import { QuestionField } from './QuestionField.tsx';
import type { Around } from './question-props.ts';

interface OuterFieldsProps {
  readonly questions: readonly Question[];
  readonly around: Around;
}

/** The questions of the response as a whole. */
export function OuterFields({ questions, around }: OuterFieldsProps) {
  const { values, change } = around;
  return (
    <>
      {questions.map((question) => {
        const key = answerKeyOf(question);
        if (key !== null)
          return (
            <QuestionField
              key={question.pointer}
              question={question}
              id={fieldId(question.pointer, values)}
              value={values.answers[key] ?? ''}
              set={(value) => change({ answers: { ...values.answers, [key]: value } })}
              around={around}
            />
          );
        const field = fieldAt(question.pointer);
        const isAsked = !field?.onlyOf || field.onlyOf === values.respondent;
        if (!field || !isAsked) return null;
        const value = (values as Readonly<Record<string, unknown>>)[field.name]; // by its name
        return (
          <QuestionField
            key={question.pointer}
            question={question}
            id={fieldId(question.pointer, values)}
            value={typeof value === 'string' ? value : ''}
            set={(text) => change({ [field.name]: text })}
            around={around}
          />
        );
      })}
    </>
  );
}
