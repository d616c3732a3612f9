import type { FunctionComponent } from 'preact';
import type { Question } from '../../../shared/survey/definition.ts';
import { fields } from '../../../shared/survey/fields/fields.ts';
import { hintIn, labelIn } from '../../../shared/text/names.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { AgencyField } from './AgencyField.tsx';
import { AffectedField, RespondentField, SeverityField, StrategyField } from './CodedFields.tsx';
import { Coming } from './Coming.tsx';
import { DateField, DayField } from './DayField.tsx';
import { ManyField, NumberField, OneField, YesNoField } from './ExtraFields.tsx';
import { useRest } from './form-rest.ts';
import { DistrictField, ProvinceField } from './PlaceFields.tsx';
import type { Around, ControlProps } from './question-props.ts';
import { SubPlanField } from './SubPlanField.tsx';
import { TextField } from './TextField.tsx';

function PositionField(props: ControlProps) {
  const rest = useRest();
  return rest ? <rest.PositionField {...props} /> : <Coming />;
}

const controls: Readonly<Record<Question['kind'], FunctionComponent<ControlProps>>> = {
  province: ProvinceField,
  district: DistrictField,
  text: TextField,
  day: DayField,
  position: PositionField,
  'respondent-type': RespondentField,
  strategy: StrategyField,
  'sub-plan': SubPlanField,
  severity: SeverityField,
  affected: AffectedField,
  number: NumberField,
  one: OneField,
  many: ManyField,
  date: DateField,
  'yes-no': YesNoField,
};

interface QuestionFieldProps {
  readonly question: Question;
  /** its id on the page */
  readonly id: string;
  readonly value: string | readonly string[];
  readonly set: (value: string | readonly string[]) => void;
  readonly around: Around;
}

/** One question of the definition, by its kind; a kind that this page does not know yet is passed over. */
export function QuestionField({ question, id, value, set, around }: QuestionFieldProps) {
  const { lang } = useI18n();
  const Control =
    question.pointer === fields.agency.pointer ? AgencyField : controls[question.kind];
  if (!Control) return null;
  const { feedback } = around;
  const field = {
    id,
    label: labelIn(question, lang),
    hint: hintIn(question, lang),
    error: feedback.error(id),
    optional: !question.required && !question.expected,
  };
  return (
    <Control
      field={field}
      question={question}
      value={typeof value === 'string' ? value : ''}
      chosen={typeof value === 'string' ? [] : value}
      warnings={feedback.warnings(id)}
      set={set}
      choose={set}
      leave={() => feedback.leave(id)}
      around={around}
    />
  );
}
