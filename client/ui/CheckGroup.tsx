import { FieldGroup, type FieldProps } from './Field.tsx';

interface CheckGroupProps extends FieldProps {
  readonly values: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Several of a few, under each other; kept in the order of the choices. */
export function CheckGroup(props: CheckGroupProps) {
  const { values, choices, onChange } = props;
  const toggle = (value: string) => {
    const isOn = (one: string) => values.includes(one) !== (one === value);
    onChange(choices.map((choice) => choice.value).filter(isOn));
  };
  return (
    <FieldGroup {...props}>
      {() => (
        <div class="radios">
          {choices.map(({ value, label }) => (
            <label key={value} class={values.includes(value) ? 'on' : ''}>
              <input
                type="checkbox"
                checked={values.includes(value)}
                onChange={() => toggle(value)}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
