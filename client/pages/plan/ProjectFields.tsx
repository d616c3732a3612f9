import { provinces as everyProvince } from '../../../shared/places/provinces.ts';
import { langs, nameIn } from '../../../shared/text/names.ts';
import { useOffices } from '../../data/offices.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ChosenList } from './ChosenList.tsx';
import { type ProjectFaults, type ProjectValues, yearsOfForm } from './project-values.ts';
import { useSubPlans } from './sub-plans.ts';

interface FieldsProps {
  readonly values: ProjectValues;
  readonly faults: ProjectFaults;
  readonly isNew: boolean;
  readonly onChange: (values: ProjectValues) => void;
}

export function ProjectFields(props: FieldsProps) {
  return (
    <>
      <NameFields {...props} />
      <BelongsTo {...props} />
      <Places {...props} />
      <DaysAndBudget {...props} />
    </>
  );
}

/** What is wrong with a field, in words. */
function useFault(faults: ProjectFaults): (name: string) => string | undefined {
  const { t } = useI18n();
  const words: Readonly<Record<string, string>> = { ...t.plan.faults, ...t.plan.wrong };
  return (name) => words[faults[name] ?? ''];
}

function NameFields({ values, faults, isNew, onChange }: FieldsProps) {
  const { t } = useI18n();
  const faultOf = useFault(faults);
  return (
    <>
      {isNew && (
        <TextInput
          id="project-code"
          label={t.plan.code}
          hint={t.plan.codeHint}
          error={faultOf('code')}
          value={values.code}
          autoComplete="off"
          maxLength={40}
          onInput={(code) => onChange({ ...values, code })}
        />
      )}
      {langs.map((one) => (
        <TextInput
          key={one}
          id={`project-name-${one}`}
          label={t.plan.names[one]}
          optional={one !== 'th'}
          error={one === 'th' ? faultOf('name') : undefined}
          value={values.names[one]}
          lang={one}
          maxLength={300}
          onInput={(text) => onChange({ ...values, names: { ...values.names, [one]: text } })}
        />
      ))}
    </>
  );
}

function BelongsTo({ values, faults, onChange }: FieldsProps) {
  const { t, lang } = useI18n();
  const { all: offices = [] } = useOffices();
  const { all, nameOf } = useSubPlans();
  const faultOf = useFault(faults);
  const offered = all.filter(({ state }) => state === 'active');
  return (
    <>
      <ChosenList
        id="project-sub-plans"
        label={t.plan.subPlans}
        error={faultOf('subPlans')}
        values={values.subPlans}
        options={offered.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        nameOf={nameOf}
        onChange={(subPlans) => onChange({ ...values, subPlans })}
      />
      <Combobox
        id="project-office"
        label={t.plan.office}
        error={faultOf('office')}
        value={values.office}
        options={offices.map((one) => ({ value: one.id, label: nameIn(one, lang) }))}
        onChange={(office) => onChange({ ...values, office })}
      />
    </>
  );
}

function Places({ values, faults, onChange }: FieldsProps) {
  const { t, lang } = useI18n();
  const words = t.plan;
  const faultOf = useFault(faults);
  const nameOf = (code: string) => placeName(code, lang);
  return (
    <>
      <RadioGroup
        label={words.where}
        value={values.everywhere ? 'all' : 'some'}
        choices={[
          { value: 'some', label: words.somewhere },
          { value: 'all', label: words.everywhere },
        ]}
        onChange={(value) => onChange({ ...values, everywhere: value === 'all' })}
      />
      {!values.everywhere && (
        <ChosenList
          id="project-provinces"
          label={words.provinces}
          error={faultOf('provinces')}
          values={values.provinces}
          options={everyProvince.map(({ code }) => ({ value: code, label: nameOf(code) }))}
          nameOf={nameOf}
          onChange={(provinces) => onChange({ ...values, provinces })}
        />
      )}
    </>
  );
}

function DaysAndBudget({ values, faults, onChange }: FieldsProps) {
  const { t, lang } = useI18n();
  const words = t.plan;
  const faultOf = useFault(faults);
  return (
    <>
      <div class="two">
        {(['start', 'end'] as const).map((name) => (
          <TextInput
            key={name}
            id={`project-${name}`}
            label={words[name]}
            hint={words.dayHint}
            error={faultOf(name)}
            value={values[name]}
            autoComplete="off"
            onInput={(text) => onChange({ ...values, [name]: text })}
          />
        ))}
      </div>
      {yearsOfForm(values).map((year) => (
        <TextInput
          key={year}
          id={`project-budget-${year}`}
          label={words.budgetOf(formatFiscalYear(year, lang))}
          optional
          error={faultOf(`budget/${year}`)}
          value={values.budget[year] ?? ''}
          inputMode="decimal"
          onInput={(baht) => onChange({ ...values, budget: { ...values.budget, [year]: baht } })}
        />
      ))}
    </>
  );
}
