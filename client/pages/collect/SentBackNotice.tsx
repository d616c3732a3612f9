// Why a response came back, in the form in which it is mended, on top of it.
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { useOfficeName } from '../../data/offices.ts';
import type { SentBack } from '../../data/outbox-store.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { pointerText } from '../../i18n/pointer-text.ts';
import { FieldLink } from '../../ui/FieldLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
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
