import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import { api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { NewPassword, passwordError, WhoseAccount, weakPasswordText } from './NewPassword.tsx';

interface PasswordFormProps {
  readonly username: string;
  /** other sessions have ended */
  readonly onChanged: () => void;
}

export function PasswordForm({ username, onChanged }: PasswordFormProps) {
  const { t } = useI18n();
  const words = t.account.password;
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const [done, setDone] = useState(false);
  const missing = tried && old === '' ? words.missing : undefined;
  const wrong = failure?.type === 'password-wrong' ? words.wrong : undefined;
  const weak = tried ? passwordError(fresh, username, t) : undefined;
  const refused = failure ? weakPasswordText(failure, t) : undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const wanting = old === '' ? 'old' : passwordError(fresh, username, t) ? 'new' : undefined;
    if (wanting) return;
    setDone(false);
    await send(async () => {
      await api(paths.ownPassword(), { method: 'PUT', body: { old, new: fresh } });
      setDone(true);
      for (const clear of [setOld, setFresh]) clear('');
      setTried(false);
      announce(words.changed);
      onChanged();
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <WhoseAccount username={username} />
      {failure && !wrong && !refused && (
        <Notice kind="error" live>
          {failureText(failure, t)}
        </Notice>
      )}
      {done && <Notice kind="ok">{words.changed}</Notice>}
      <PasswordInput
        id="old-password"
        label={words.old}
        value={old}
        error={missing ?? wrong}
        autoComplete="current-password"
        onInput={setOld}
      />
      <NewPassword
        id="new-password"
        username={username}
        value={fresh}
        error={weak ?? refused}
        onInput={setFresh}
      />
      <p class="mt4">
        <Button type="submit" busy={busy}>
          {busy ? words.changing : words.change}
        </Button>
      </p>
    </form>
  );
}
