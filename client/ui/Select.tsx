import { Field, type FieldProps } from './Field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  /** first line, chosen while nothing is */
  readonly empty?: string;
}

export function Select(props: SelectProps) {
  const { value, choices, onChange, empty } = props;
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control}
          class="inp"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
