import { Fragment } from 'preact';
import type { Question } from '../../../shared/survey/definition.ts';
import { fieldAt, type IssueField } from '../../../shared/survey/fields/fields.ts';
import { Coming } from './Coming.tsx';
import { useRest } from './form-rest.ts';
import type { IssueValues } from './form-values.ts';
import { QuestionField } from './QuestionField.tsx';
import type { Around } from './question-props.ts';

export interface IssueFieldsProps {
  readonly issue: IssueValues;
  readonly questions: readonly Question[];
  readonly change: (part: Partial<IssueValues>) => void;
  readonly around: Around;
}

/** Few know the sub-plan, so it comes behind what everybody answers. */
const inFieldOrder = (questions: readonly Question[]): readonly Question[] => [
  ...questions.filter(({ kind }) => kind !== 'sub-plan'),
  ...questions.filter(({ kind }) => kind === 'sub-plan'),
];

export function IssueFields({ issue, questions, change, around }: IssueFieldsProps) {
  const rest = useRest();
  return (
    <>
      {inFieldOrder(questions).map((question) => {
        const field = fieldAt(question.pointer);
        if (!field) return null;
        const name = field.name as IssueField; // the questions are those of an issue
        return (
          <Fragment key={question.pointer}>
            <QuestionField
              question={question}
              id={`f-${issue.key}-${field.member}`}
              value={issue[name]}
              set={(value) => change({ [name]: value })}
              around={around}
            />
            {name === 'title' && rest && (
              <rest.CommonIssueList issue={issue} common={around.common} change={change} />
            )}
          </Fragment>
        );
      })}
      {rest ? <rest.PhotosField issue={issue} around={around} /> : <Coming />}
    </>
  );
}
