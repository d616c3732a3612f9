import type { ComponentChildren } from 'preact';
import { Field, type FieldProps } from './Field.tsx';

interface TextInputProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onLeave?: () => void;
  readonly type?: 'text' | 'password' | 'search' | 'date';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'search';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly lang?: string;
  /** stands at the right edge inside the control, such as “show” beside a password */
  readonly inside?: ComponentChildren;
}

export function TextInput(props: TextInputProps) {
  const {
    value,
    onInput,
    onLeave,
    type = 'text',
    inputMode,
    autoComplete,
    maxLength,
    lang,
    inside,
  } = props;
  return (
    <Field {...props}>
      {(control) => {
        const input = (
          <input
            {...control}
            class="inp"
            // the types tell each kind of input apart; all of ours take the same attributes
            type={type as 'text'}
            value={value}
            inputMode={inputMode}
            autoComplete={autoComplete}
            autoCapitalize={autoComplete ? 'none' : undefined}
            spellcheck={autoComplete ? false : undefined}
            maxLength={maxLength}
            lang={lang}
            onInput={(event) => onInput(event.currentTarget.value)}
            onBlur={onLeave}
          />
        );
        return inside ? (
          <span class="inp-box">
            {input}
            {inside}
          </span>
        ) : (
          input
        );
      }}
    </Field>
  );
}
