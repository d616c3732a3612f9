import { useEffect } from 'preact/hooks';
import type { FieldProps } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

interface CodeInputProps extends FieldProps {
  readonly id: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** a recovery code, which has letters, may stand here as well */
  readonly letters?: boolean;
}

/** A code of an app: phones and password managers offer it here, and it can be pasted. It is what one came for, so it has the focus. */
export function CodeInput({ letters = false, ...props }: CodeInputProps) {
  const { id } = props;
  useEffect(() => {
    document.getElementById(id)?.focus();
  }, [id]);
  return (
    <TextInput
      {...props}
      inputMode={letters ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      maxLength={40}
    />
  );
}
