import { respondentTypes } from '../../../shared/survey/response.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { SectionProps } from './PlaceFields.tsx';

export function RespondentFields({ values, change, feedback }: SectionProps) {
  const { t } = useI18n();
  return (
    <>
      <RadioGroup
        id="f-type"
        label={t.collect.respondent}
        error={feedback.error('f-type')}
        value={values.respondent || null}
        choices={[
          { value: 'citizen', label: t.common.citizen },
          { value: 'agency', label: t.common.agency },
        ]}
        onChange={(chosen) =>
          change({ respondent: respondentTypes.find((type) => type === chosen) ?? '' })
        }
      />
      {values.respondent === 'agency' && (
        <>
          <TextInput
            id="f-agency"
            label={t.collect.agency}
            optional
            error={feedback.error('f-agency')}
            value={values.agency}
            onInput={(agency) => change({ agency })}
            onLeave={() => feedback.leave('f-agency')}
          />
          <FieldNotes warnings={feedback.warnings('f-agency')} />
        </>
      )}
    </>
  );
}
