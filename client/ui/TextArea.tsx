import { Field, type FieldProps } from './Field.tsx';

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onLeave?: () => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

export function TextArea(props: TextAreaProps) {
  const { value, onInput, onLeave, rows = 4, maxLength } = props;
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          class="inp"
          rows={rows}
          value={value}
          maxLength={maxLength}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}
