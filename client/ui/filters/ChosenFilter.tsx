import { Field } from '../Field.tsx';

interface ChosenFilterProps {
  readonly label: string;
  /** '' = not filtered */
  readonly value: string;
  /** what the first line says */
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few, above a list; the address holds it. */
export function ChosenFilter({ label, value, any, options, onChange }: ChosenFilterProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          class="inp"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{any}</option>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
