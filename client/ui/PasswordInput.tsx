import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.ts';
import type { FieldProps } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

interface PasswordInputProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** tells a password manager which it is */
  readonly autoComplete: 'current-password' | 'new-password';
  /** stands under it, such as how strong it is */
  readonly children?: ComponentChildren;
}

/** A password that can be looked at while it is typed. */
export function PasswordInput({ children, ...props }: PasswordInputProps) {
  const { t } = useI18n();
  const [visible, setVisible] = useState(false);
  const words = t.shell.signIn;
  return (
    <>
      <TextInput
        {...props}
        type={visible ? 'text' : 'password'}
        inside={
          <button
            type="button"
            class="btn quiet"
            aria-pressed={visible}
            onClick={() => setVisible(!visible)}
          >
            {visible ? words.hide : words.show}
            <span class="vh">{props.label}</span>
          </button>
        }
      />
      {children}
    </>
  );
}
