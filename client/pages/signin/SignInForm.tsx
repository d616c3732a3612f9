import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../data/api.ts';
import { signIn, useSession } from '../../data/session.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';

export function SignInForm() {
  const { t } = useI18n();
  const { demo } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const { busy, failure, send } = useSending();
  const words = t.shell.signIn;
  const missing: Missing = {
    username: attempt > 0 && username.trim() === '' ? words.missingUsername : undefined,
    password: attempt > 0 && password === '' ? words.missingPassword : undefined,
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (username.trim() !== '' && password !== '')
      void send(() => signIn(username.trim(), password));
  };
  const fill = (name: string, secret: string) => {
    setUsername(name);
    setPassword(secret);
  };
  return (
    <>
      <form onSubmit={submit} noValidate aria-label={words.title}>
        <Complaints missing={missing} failure={failure} attempt={attempt} />
        <TextInput
          id="username"
          label={words.username}
          value={username}
          error={missing.username}
          autoComplete="username"
          onInput={setUsername}
        />
        <PasswordInput
          id="password"
          label={words.password}
          value={password}
          error={missing.password}
          autoComplete="current-password"
          onInput={setPassword}
        />
        <div class="mt5">
          <Button kind="primary" type="submit" wide busy={busy}>
            {busy ? words.busy : words.submit}
          </Button>
        </div>
      </form>
      <p class="small muted mt2">{words.forgotten}</p>
      {demo && <DemoAccounts onChoose={fill} />}
    </>
  );
}

interface Missing {
  readonly username: string | undefined;
  readonly password: string | undefined;
}

interface ComplaintsProps {
  readonly missing: Missing;
  readonly failure: ApiProblem | null;
  readonly attempt: number;
}

/** What is missing, or what the server said. */
function Complaints({ missing, failure, attempt }: ComplaintsProps) {
  const { t } = useI18n();
  const entries = Object.entries(missing).flatMap(([field, text]) =>
    text ? [{ field, text }] : [],
  );
  return (
    <>
      <ErrorSummary
        title={t.shell.signIn.summary(formatNumber(entries.length))}
        entries={entries}
        attempt={attempt}
      />
      {failure && (
        <div class="mt4">
          <Notice kind={failure.type === 'offline' ? 'offline' : 'error'} live>
            {failureText(failure, t)}
          </Notice>
        </div>
      )}
    </>
  );
}

function failureText(failure: ApiProblem, t: Messages): string {
  const words = t.shell.signIn;
  if (failure.type === 'signed-out') return words.wrong;
  if (failure.type === 'offline') return words.offline;
  if (failure.type === 'too-many-tries') {
    return words.tooMany(formatNumber(Math.ceil((failure.retryAfter ?? 60) / 60)));
  }
  return t.common.failures[failure.type] ?? t.common.failures.unexpected;
}
