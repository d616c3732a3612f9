import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import { type ApiProblem, api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { running } from '../../ui/Running.tsx';

interface ProofDialogProps {
  /** `proof-needed`, as the server has said it; null: nothing is asked */
  readonly asked: ApiProblem | null;
  readonly onClose: () => void;
  /** it was shown: what was refused can be done now */
  readonly onProven: () => void;
}

/** Before the way of signing in is changed: by a code where there is a second factor, else by the password. */
export function ProofDialog({ asked, onClose, onProven }: ProofDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog open={asked !== null} title={t.account.secondFactor.proof.title} onClose={onClose}>
      {asked?.details.by === 'sign-in' ? (
        <p class="mt2">{running(t.account.secondFactor.proof.signIn)}</p>
      ) : (
        <ProofForm by={asked?.details.by === 'code' ? 'code' : 'password'} onProven={onProven} />
      )}
    </Dialog>
  );
}

interface ProofFormProps {
  readonly by: 'code' | 'password';
  readonly onProven: () => void;
}

function ProofForm({ by, onProven }: ProofFormProps) {
  const { t } = useI18n();
  const words = t.account.secondFactor.proof;
  const [given, setGiven] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (given.trim() === '') return;
    void send(async () => {
      await api(paths.proof(), { method: 'POST', body: { [by]: given } });
      onProven();
    });
  };
  const wrong = { 'password-wrong': words.wrongPassword } as Readonly<Record<string, string>>;
  const error = failure ? (wrong[failure.type] ?? failureText(failure, t)) : undefined;
  const field = {
    id: 'proof',
    label: words[by],
    value: given,
    error: tried && given.trim() === '' ? words.missing : undefined,
    onInput: setGiven,
  };
  return (
    <form onSubmit={submit} noValidate>
      {error && (
        <Notice kind="error" live>
          {error}
        </Notice>
      )}
      {by === 'code' ? (
        <CodeInput letters {...field} />
      ) : (
        <PasswordInput autoComplete="current-password" {...field} />
      )}
      <p class="mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {words.go}
        </Button>
      </p>
    </form>
  );
}
