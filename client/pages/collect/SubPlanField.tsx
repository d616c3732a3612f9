import { useMemo } from 'preact/hooks';
import { namedSubPlans } from '../../../shared/survey/named-sub-plans.ts';
import { langs, nameIn } from '../../../shared/text/names.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { ControlProps } from './question-props.ts';

/** Whoever knows the sub-plan finds it by a part of its name; where the round has named none, nothing is asked. */
export function SubPlanField({ field, value, warnings, set, leave, around }: ControlProps) {
  const { lang } = useI18n();
  const { subPlans } = around;
  const options = useMemo(
    () =>
      namedSubPlans(subPlans).map((one) => ({
        value: one.id,
        label: nameIn(one, lang),
        note: one.code,
        also: [...langs.map((other) => nameIn(one, other)), ...one.words],
      })),
    [subPlans, lang],
  );
  if (options.length === 0) return null;
  return (
    <>
      <Combobox
        {...field}
        value={value || null}
        options={options}
        onChange={(id) => set(id ?? '')}
        onLeave={leave}
      />
      <FieldNotes warnings={warnings} />
    </>
  );
}
