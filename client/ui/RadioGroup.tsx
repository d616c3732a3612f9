import type { ComponentChildren } from 'preact';
import { FieldGroup, type FieldProps } from './Field.tsx';

interface RadioChoice {
  readonly value: string;
  /** its accessible name; also what is shown, unless `children` */
  readonly label: string;
  readonly children?: ComponentChildren;
}

interface RadioGroupProps extends FieldProps {
  readonly value: string | null;
  readonly choices: readonly RadioChoice[];
  readonly onChange: (value: string) => void;
  /** `list`: under each other with circles · `row`: cells beside each other, such as severity 1 to 5 */
  readonly look?: 'list' | 'row';
}

export function RadioGroup(props: RadioGroupProps) {
  const { value, choices, onChange, look = 'list' } = props;
  return (
    <FieldGroup {...props}>
      {({ id }) => (
        <div class={look === 'row' ? 'five' : 'radios'}>
          {choices.map((choice) => (
            <label key={choice.value} class={choice.value === value ? 'on' : ''}>
              <input
                type="radio"
                name={id}
                value={choice.value}
                checked={choice.value === value}
                onChange={() => onChange(choice.value)}
              />
              {choice.children ?? <span>{choice.label}</span>}
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
