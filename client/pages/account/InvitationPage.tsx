// Where a link leads that was given to somebody: they set their own password, and are in.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Invited } from '../../../shared/api/people.ts';
import { type ApiProblem, api } from '../../data/api.ts';
import { codeRefusalText, failureText } from '../../data/failure-text.ts';
import { entered, signOut, useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';
import { ErrorState, ProblemState } from '../../ui/ErrorState.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import './account.css';
import { NewPassword, passwordError, WhoseAccount, weakPasswordText } from './NewPassword.tsx';

export function InvitationPage({ params }: PageProps) {
  const { t } = useI18n();
  const code = params.code ?? '';
  const invited = useQuery(paths.invitation(encodeURIComponent(code)));
  const { data, error } = invited;
  if (error?.type === 'invitation-over') return <Over />;
  return (
    <div class="wrap page invitation">
      {error && <ProblemState problem={error} onRetry={invited.refetch} />}
      {!data && !error && <LoadingState lines={4} />}
      {data && (
        <>
          <PageHead
            title={<Phrases text={t.account.invitation.title(data.name)} />}
            text={t.account.invitation.lead(data.username)}
          />
          <SetPassword invitation={code} invited={data} />
        </>
      )}
    </div>
  );
}

function Over() {
  const { t } = useI18n();
  const words = t.account.invitation;
  return (
    <ErrorState wholePage title={words.over} text={words.overWhy}>
      <a href="#/signin">{words.toSignIn}</a>
    </ErrorState>
  );
}

interface SetPasswordProps {
  /** of the invitation */
  readonly invitation: string;
  readonly invited: Invited;
}

function SetPassword({ invitation, invited }: SetPasswordProps) {
  const { t, lang } = useI18n();
  const words = t.account.invitation;
  const { user } = useSession();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const accept = async () => {
    // or the session of before would live on beside the new one
    if (user) await signOut();
    const path = paths.invitation(encodeURIComponent(invitation));
    const given = { password, ...(code !== '' && { code }) };
    entered(
      await api(path, { method: 'POST', body: given }).catch((error: ApiProblem) => {
        // stays once it was asked for, also when something else fails
        if (error.type === 'second-factor-needed') setAsksCode(true);
        throw error;
      }),
    );
    navigate('/home', { replace: true });
  };
  const { username } = invited;
  const weak = tried ? passwordError(password, username, t) : undefined;
  const refused = failure ? weakPasswordText(failure, t) : undefined;
  const isAsked = failure?.type === 'second-factor-needed';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (passwordError(password, username, t)) document.getElementById('new-password')?.focus();
    else void send(accept);
  };
  if (failure?.type === 'invitation-over') return <Over />;
  return (
    <section class="panel">
      {user && user.username !== username && (
        <Notice kind="warning">{words.other(user.name)}</Notice>
      )}
      <form onSubmit={submit} noValidate>
        {failure && !refused && !isAsked && (
          <Notice kind={failure.type === 'offline' ? 'offline' : 'error'} live>
            {failureText(failure, t)}
          </Notice>
        )}
        <WhoseAccount username={username} />
        <NewPassword
          id="new-password"
          username={username}
          value={password}
          error={weak ?? refused}
          onInput={setPassword}
        />
        {asksCode && <CodeAsWell value={code} failure={failure} onInput={setCode} />}
        <p class="mt4">
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? words.setting : words.set}
          </Button>
        </p>
        <p class="small muted mt2">{words.until(formatInstant(invited.expiresAt, lang))}</p>
      </form>
    </section>
  );
}

interface CodeAsWellProps {
  readonly value: string;
  readonly failure: ApiProblem | null;
  readonly onInput: (code: string) => void;
}

/** A link alone does not let in who has a second factor. */
function CodeAsWell({ value, failure, onInput }: CodeAsWellProps) {
  const { t } = useI18n();
  const words = t.shell.signIn;
  const isRefused = failure?.type === 'second-factor-needed';
  return (
    <CodeInput
      id="code"
      letters
      label={words.code}
      hint={words.codeHint}
      value={value}
      error={isRefused ? codeRefusalText(failure, t) : undefined}
      onInput={onInput}
    />
  );
}
