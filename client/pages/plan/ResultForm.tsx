import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Project, ProjectResult } from '../../../shared/api/plan.ts';
import { horizonOf } from '../../../shared/plan/fiscal-years.ts';
import { inMembers, langs } from '../../../shared/text/names.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import {
  meantResult,
  type ResultFaults,
  type ResultValues,
  valuesOfResult,
} from './result-values.ts';

interface ResultFormProps {
  readonly project: Project;
  /** null: a new one */
  readonly result: ProjectResult | null;
  readonly onSaved: (after: Project) => void;
}

/** One indicator in one year: what it was to be, and what it has become. */
export function ResultForm({ project, result, onSaved }: ResultFormProps) {
  const { t } = useI18n();
  const words = t.plan;
  const [values, setValues] = useState(() => valuesOfResult(project, result));
  const [faults, setFaults] = useState<ResultFaults>({});
  const { busy, failure, send } = useSending();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const meant = meantResult(values, project);
    setFaults('faults' in meant ? meant.faults : {});
    if ('faults' in meant) return;
    const { names, ...rest } = meant.result;
    const key = encodeURIComponent(values.indicator.trim());
    const saved = await send(() =>
      api(paths.projectResult(encodeURIComponent(project.id), values.year, key), {
        method: 'PUT',
        body: { ...rest, ...inMembers('name', names), version: project.version },
      }),
    );
    if (!saved) return;
    announce(words.saved);
    onSaved(saved);
  };
  const shared = { values, faults, onChange: setValues };
  return (
    <form class="plan-form" onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice of={failure} />
      {!result && <WhichResult {...shared} years={horizonOf(project)} />}
      <Measures {...shared} />
      <TextArea
        label={words.note}
        hint={words.noteHint}
        optional
        rows={3}
        maxLength={1000}
        value={values.note}
        onInput={(note) => setValues({ ...values, note })}
      />
      <p class="row mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? words.saving : words.save}
        </Button>
      </p>
    </form>
  );
}

interface PartProps {
  readonly values: ResultValues;
  readonly faults: ResultFaults;
  readonly onChange: (values: ResultValues) => void;
}

type TextName = Exclude<keyof ResultValues, 'names' | 'note'>;

function TextOf({
  name,
  label,
  hint,
  optional = false,
  values,
  faults,
  onChange,
}: PartProps & {
  readonly name: TextName;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}) {
  const { t } = useI18n();
  const words: Readonly<Record<string, string>> = { ...t.plan.faults, ...t.plan.wrong };
  return (
    <TextInput
      id={`result-${name}`}
      label={label}
      hint={hint}
      optional={optional}
      error={words[faults[name] ?? '']}
      value={values[name]}
      autoComplete="off"
      maxLength={60}
      onInput={(text) => onChange({ ...values, [name]: text })}
    />
  );
}

function WhichResult({ years, ...props }: PartProps & { readonly years: readonly number[] }) {
  const { t } = useI18n();
  const words = t.plan;
  const { values, onChange } = props;
  return (
    <>
      <TextOf
        {...props}
        name="indicator"
        label={words.indicatorKey}
        hint={words.indicatorKeyHint}
      />
      <YearSelect
        label={words.fiscalYear}
        years={years}
        value={values.year}
        onChange={(year) => onChange({ ...values, year })}
      />
    </>
  );
}

interface YearSelectProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly years: readonly number[];
  readonly value: string;
  readonly onChange: (year: string) => void;
}

function YearSelect({ label, error, years, value, onChange }: YearSelectProps) {
  const { lang } = useI18n();
  return (
    <Field label={label} error={error}>
      {(control) => (
        <select
          {...control}
          class="inp"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, lang)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A baseline is seldom older than the plan before. */
const yearsBefore = (year: number): number[] => Array.from({ length: 15 }, (_, n) => year - 1 - n);

function Measures(props: PartProps) {
  const { t } = useI18n();
  const words = t.plan;
  const { values, faults, onChange } = props;
  return (
    <>
      {langs.map((one) => (
        <TextInput
          key={one}
          label={words.indicatorNames[one]}
          optional={one !== 'th'}
          error={one === 'th' && faults.name ? words.faults.missing : undefined}
          value={values.names[one]}
          lang={one}
          maxLength={300}
          onInput={(text) => onChange({ ...values, names: { ...values.names, [one]: text } })}
        />
      ))}
      <TextOf {...props} name="unit" label={words.unit} />
      <div class="two">
        <TextOf {...props} name="baseline" label={words.baseline} optional />
        <YearSelect
          label={words.baselineYear}
          error={faults.baselineYear && words.wrong['baseline-after-result']}
          years={yearsBefore(Number(values.year))}
          value={values.baselineYear}
          onChange={(baselineYear) => onChange({ ...values, baselineYear })}
        />
        <TextOf {...props} name="target" label={words.target} />
        <TextOf {...props} name="reached" label={words.reached} hint={words.reachedHint} optional />
      </div>
    </>
  );
}
