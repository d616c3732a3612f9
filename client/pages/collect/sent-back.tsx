// Why a response came back, in the form in which it is mended: on top, and beside the field that the reviewer pointed at.
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { useOfficeName } from '../../data/offices.ts';
import type { SentBack } from '../../data/outbox-store.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { pointerText } from '../../i18n/pointer-text.ts';
import { FieldLink } from '../../ui/FieldLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Feedback } from './feedback.ts';
import { fieldId } from './form-layout.ts';
import type { FormValues } from './form-values.ts';

interface SentBackProps {
  readonly returned: SentBack;
  readonly survey: SurveyDefinition;
  /** as it was opened */
  readonly values: FormValues;
}

export function SentBackNotice({ returned, survey, values }: SentBackProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const { reason, office, pointer } = returned;
  const pointed = { issues: values.issues.length, questions: survey.questions };
  const about = pointer && pointerText(pointer, pointed, speech);
  const officeName = useOfficeName();
  return (
    <Notice kind="warning" title={t.collect.sentBack}>
      {reason !== '' && <p>{t.common.returned.because(reason)}</p>}
      {pointer && about && (
        <p>
          <FieldLink field={fieldId(pointer, values)}>{t.common.returned.about(about)}</FieldLink>
        </p>
      )}
      {office && <p class="small">{officeName(office, lang)}</p>}
    </Notice>
  );
}

/** The same feedback, and the reviewer's words at the field that they are about. */
export function usePointedAt(
  feedback: Feedback,
  returned: SentBack | undefined,
  values: FormValues,
): Feedback {
  const { t } = useI18n();
  if (returned?.pointer === undefined) return feedback;
  const pointed = fieldId(returned.pointer, values);
  const said = t.collect.pointedAt(returned.reason);
  return {
    ...feedback,
    warnings: (field) =>
      field === pointed ? [said, ...feedback.warnings(field)] : feedback.warnings(field),
  };
}
