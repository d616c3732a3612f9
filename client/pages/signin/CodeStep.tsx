import { useState } from 'preact/hooks';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';

interface CodeStepProps {
  readonly username: string;
  /** what the last code was answered */
  readonly error: string | undefined;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
  /** back to name and password */
  readonly onBack: () => void;
}

/** Name and password are right; the account has a second factor. */
export function CodeStep({ username, error, busy, onCode, onBack }: CodeStepProps) {
  const { t } = useI18n();
  const words = t.shell.signIn;
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && code.trim() === '' ? words.codeRefusals.missing : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') onCode(code);
    document.getElementById('code')?.focus();
  };
  return (
    <form onSubmit={submit} noValidate aria-label={words.title}>
      <p class="mt4">
        <strong>{username}</strong>
      </p>
      <CodeInput
        id="code"
        letters
        label={words.code}
        hint={words.codeHint}
        value={code}
        error={missing ?? error}
        onInput={setCode}
      />
      <div class="mt5">
        <Button kind="primary" type="submit" wide busy={busy}>
          {busy ? words.busy : words.submit}
        </Button>
      </div>
      <p class="mt2">
        <Button kind="quiet" onClick={onBack}>
          {words.codeBack}
        </Button>
      </p>
    </form>
  );
}
