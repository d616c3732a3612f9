import type { Response } from '../../../shared/api/responses.ts';
import { valuePointers } from '../../../shared/survey/value-pointers.ts';
import { surveyQuestions } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { usePointerWords } from './pointer-words.ts';

interface PointAtProps {
  readonly response: Response;
  /** null: none */
  readonly value: string | null;
  readonly onChange: (pointer: string | null) => void;
}

/** Which of the answers the reason is about; the sender sees the reason beside it. */
export function PointAt({ response, value, onChange }: PointAtProps) {
  const { t } = useI18n();
  const wordsOf = usePointerWords(response);
  const options = valuePointers(
    response.issues.length,
    surveyQuestions(),
    response.respondent.type,
  ).flatMap((pointer) => {
    const label = wordsOf(pointer);
    return label ? [{ value: pointer, label }] : [];
  });
  return (
    <Combobox
      id="point-at"
      label={t.responses.review.pointAt}
      hint={t.responses.review.pointAtHint}
      optional
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
