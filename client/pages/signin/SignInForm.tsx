import { useState } from 'preact/hooks';
import { ApiProblem } from '../../data/api.ts';
import { codeRefusalText } from '../../data/failure-text.ts';
import { later, useLater } from '../../data/later.ts';
import { signIn, useSession } from '../../data/session.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PartMissing } from '../../ui/PartMissing.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

const demoAccounts = later(() => import('./DemoAccounts.tsx'));
const codeStep = later(() => import('./CodeStep.tsx'));

export function SignInForm() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const { busy, failure, send } = useSending();
  const { t } = useI18n();
  const step = useLater(asksCode ? codeStep : null);
  const enter = (code?: string) =>
    send(async () => {
      const given = { username: username.trim(), password, ...(code && { code }) };
      await signIn(given).catch((error: unknown) => {
        const isAsked = error instanceof ApiProblem && error.type === 'second-factor-needed';
        if (isAsked) setAsksCode(true);
        // being asked the first time is no failure
        if (!isAsked || code) throw error;
      });
    });
  if (!asksCode) {
    const given = { username, password, setUsername, setPassword };
    return (
      <NameAndPassword {...given} busy={busy} failure={failure} onEnter={() => void enter()} />
    );
  }
  if (!step) {
    return (
      <PartMissing part={codeStep}>
        <LoadingState />
      </PartMissing>
    );
  }
  return (
    <step.CodeStep
      username={username.trim()}
      error={failure ? failureText(failure, t) : undefined}
      busy={busy}
      onCode={(code) => void enter(code)}
      onBack={() => {
        setAsksCode(false);
        setPassword('');
      }}
    />
  );
}

interface NameAndPasswordProps {
  readonly username: string;
  readonly password: string;
  readonly setUsername: (username: string) => void;
  readonly setPassword: (password: string) => void;
  readonly busy: boolean;
  readonly failure: ApiProblem | null;
  readonly onEnter: () => void;
}

function NameAndPassword(props: NameAndPasswordProps) {
  const { username, password, setUsername, setPassword, busy, failure, onEnter } = props;
  const { t } = useI18n();
  const { demo } = useSession();
  const accounts = useLater(demo ? demoAccounts : null);
  const [attempt, setAttempt] = useState(0);
  const words = t.shell.signIn;
  const missing: Missing = {
    username: attempt > 0 && username.trim() === '' ? words.missingUsername : undefined,
    password: attempt > 0 && password === '' ? words.missingPassword : undefined,
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (username.trim() !== '' && password !== '') onEnter();
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
      {accounts && <accounts.DemoAccounts onChoose={fill} />}
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
  if (failure.type === 'passwords-off') return words.passwordsOff;
  if (failure.type === 'second-factor-needed') return codeRefusalText(failure, t);
  if (failure.type === 'offline') return words.offline;
  if (failure.type === 'too-many-tries') {
    return words.tooMany(formatNumber(Math.ceil((failure.retryAfter ?? 60) / 60)));
  }
  return t.common.failures[failure.type] ?? t.common.failures.unexpected;
}
