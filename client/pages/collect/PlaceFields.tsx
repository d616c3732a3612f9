import { useMemo, useRef } from 'preact/hooks';
import type { Scope } from '../../../shared/api/session.ts';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import type { Districts } from '../../data/districts.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang } from '../../i18n/messages.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { Feedback } from './feedback.ts';
import type { FormValues } from './form-values.ts';
import { isInScope, provinceOptions } from './province-options.ts';

export interface SectionProps {
  readonly values: FormValues;
  readonly change: (part: Partial<FormValues>) => void;
  readonly feedback: Feedback;
}

interface PlaceFieldsProps extends SectionProps {
  readonly scope: Scope;
  readonly districts: Districts | null;
}

export function PlaceFields(props: PlaceFieldsProps) {
  const { values, change, feedback, scope } = props;
  const { t, lang } = useI18n();
  const words = t.collect;
  const province = provinceByCode(values.province);
  const isOutside = province !== undefined && !isInScope(scope, province);
  const warnings = feedback.warnings('f-province');
  const options = useMemo(
    () => provinceOptions(scope, lang, words.notYourArea),
    [scope, lang, words],
  );
  const before = useRef(values.province);
  const choose = (code: string | null) => {
    const isAnother = code !== null && code !== before.current;
    // a district of another province would be wrong, silently
    change({ province: code ?? '', ...(isAnother ? { district: '', subdistrict: '' } : {}) });
    if (code !== null) before.current = code;
  };
  return (
    <>
      <Combobox
        id="f-province"
        label={words.province}
        hint={words.provinceHint}
        error={feedback.error('f-province')}
        value={values.province || null}
        options={options}
        onChange={choose}
        onLeave={() => feedback.leave('f-province')}
      />
      <FieldNotes
        warnings={isOutside ? [...warnings, words.outsideScope(nameOf(province, lang))] : warnings}
      />
      <DistrictField {...props} />
      <FieldNotes warnings={feedback.warnings('f-district')} />
      <TextInput
        id="f-subdistrict"
        label={words.subdistrict}
        optional
        error={feedback.error('f-subdistrict')}
        value={values.subdistrict}
        onInput={(subdistrict) => change({ subdistrict })}
        onLeave={() => feedback.leave('f-subdistrict')}
      />
      <FieldNotes warnings={feedback.warnings('f-subdistrict')} />
    </>
  );
}

/** The list only proposes: new districts and other spellings must not stop anybody. */
function DistrictField({ values, change, feedback, districts }: PlaceFieldsProps) {
  const { t, lang } = useI18n();
  const known = districts && values.province ? districts(values.province) : [];
  return (
    <Field
      id="f-district"
      label={t.collect.district}
      hint={t.collect.districtHint}
      error={feedback.error('f-district')}
      optional
    >
      {(control) => (
        <>
          <input
            {...control}
            class="inp"
            type="text"
            list="f-district-list"
            autoComplete="off"
            value={values.district}
            onInput={(event) => change({ district: event.currentTarget.value })}
            onBlur={() => feedback.leave('f-district')}
          />
          <datalist id="f-district-list">
            {known.map(({ nameTh, nameEn }) => (
              <option key={nameTh} value={nameTh} label={lang === 'en' ? nameEn : undefined} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function nameOf(names: { nameTh: string; nameEn: string }, lang: Lang): string {
  return lang === 'th' ? names.nameTh : names.nameEn;
}
