// Values that nobody knows: one decision mends every row that says the same.
import { useState } from 'preact/hooks';
import { useDistricts } from '../../../data/districts.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFieldName } from '../batch-words.ts';
import { applyChange, type MendDesk, showRows } from '../check/mend-desk.ts';
import type { UnknownValue } from '../check/unknown-values.ts';
import { likelyFor, optionsFor, type ValueOption } from './value-options.ts';

/** the rows themselves are to be in view too */
const fewest = 3;

export function ValuesPanel({ desk }: { readonly desk: MendDesk }) {
  const { t, lang } = useI18n();
  const words = t.mend;
  const [all, setAll] = useState(false);
  const districts = useDistricts();
  const values = desk.values.flatMap((value) => {
    const options = optionsFor(value.field, value.provinces, { lang, t, districts });
    return options.length > 0 ? [{ value, options }] : [];
  });
  if (values.length === 0) return null;
  const shown = all ? values : values.slice(0, fewest);
  return (
    <section class="panel mt4 values" aria-labelledby="values-title">
      <h2 id="values-title">{words.valuesTitle}</h2>
      <p class="small muted">{words.valuesLead}</p>
      <ul>
        {shown.map(({ value, options }) => (
          <OneValue key={`${value.field} ${value.value}`} {...{ value, options }} />
        ))}
      </ul>
      {shown.length < values.length && (
        <Button kind="quiet" dense onClick={() => setAll(true)}>
          {words.moreValues(values.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

interface OneValueProps {
  readonly value: UnknownValue;
  /** what it may be */
  readonly options: readonly ValueOption[];
}

function OneValue({ value: { field, value, rows, means }, options }: OneValueProps) {
  const { t } = useI18n();
  const nameOf = useFieldName();
  const words = t.mend;
  const likely = likelyFor(field, value, options);
  const decide = (chosen: string) =>
    void applyChange({ values: [{ field, of: value, value: chosen === '' ? null : chosen }] });
  const draw = (some: readonly ValueOption[]) =>
    some.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
  return (
    <li class={means === null ? '' : 'decided'}>
      <span class="said">
        <span class="small muted">{nameOf(field)}</span> <q>{value}</q>
      </span>
      <button
        type="button"
        class="linkish small"
        onClick={() => void showRows({ kind: 'all', value: { field, value } })}
      >
        {words.seeRows(rows)}
      </button>
      <label class="small">
        <span class="vh">{words.meansOf(value)}</span>
        <span aria-hidden="true">{words.means} </span>
        <select
          class="inp"
          value={means ?? ''}
          onChange={({ currentTarget }) => decide(currentTarget.value)}
        >
          <option value="">{words.asWritten}</option>
          {likely.length > 0 && <optgroup label={words.likely}>{draw(likely)}</optgroup>}
          <optgroup label={words.everyChoice}>
            {draw(options.filter((option) => !likely.includes(option)))}
          </optgroup>
        </select>
      </label>
    </li>
  );
}
