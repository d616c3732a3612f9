import { useMemo, useRef } from 'preact/hooks';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import { isInScope } from '../../../shared/places/scope.ts';
import { fieldsIn } from '../../../shared/survey/fields/fields.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { provinceOptions } from './province-options.ts';
import type { ControlProps } from './question-props.ts';
import { SuggestedText } from './SuggestedText.tsx';

/** what lies within a province, as empty texts */
const within = Object.fromEntries(
  fieldsIn('/place')
    .filter(({ kind }) => kind === 'district' || kind === 'text')
    .map(({ name }) => [name, '']),
);

export function ProvinceField({ field, value, warnings, set, leave, around }: ControlProps) {
  const { t, lang } = useI18n();
  const words = t.collect;
  const { scope, change } = around;
  const province = provinceByCode(value);
  const isOutside = province !== undefined && !isInScope(scope, province.code);
  const options = useMemo(
    () => provinceOptions(scope, lang, words.notYourArea),
    [scope, lang, words],
  );
  const before = useRef(value);
  const choose = (code: string | null) => {
    // a district of another province would be wrong, silently
    if (code !== null && code !== before.current) change(within);
    set(code ?? '');
    if (code !== null) before.current = code;
  };
  return (
    <>
      <Combobox
        {...field}
        value={value || null}
        options={options}
        onChange={choose}
        onLeave={leave}
      />
      <FieldNotes
        warnings={isOutside ? [...warnings, words.outsideScope(province.name[lang])] : warnings}
      />
    </>
  );
}

export function DistrictField({ warnings, around, ...props }: ControlProps) {
  const { lang } = useI18n();
  const { districts, values } = around;
  const known = districts && values.province ? districts(values.province) : [];
  const suggestions = known.map(({ name }) => ({
    value: name.th,
    label: name[lang] === name.th ? undefined : name[lang],
  }));
  return (
    <>
      <SuggestedText {...props} suggestions={suggestions} />
      <FieldNotes warnings={warnings} />
    </>
  );
}
