import { strengthOf } from '../../../shared/people/password-strength.ts';
import { type PasswordWeakness, passwordWeaknesses } from '../../../shared/people/weak-password.ts';
import type { ApiProblem } from '../../data/api.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { running } from '../../ui/Running.tsx';

interface NewPasswordProps {
  readonly id: string;
  readonly username: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
}

/** A new password, and how strong it looks so far. */
export function NewPassword({ username, ...props }: NewPasswordProps) {
  const { t } = useI18n();
  const words = t.account.password;
  return (
    <PasswordInput {...props} label={words.fresh} hint={words.hint} autoComplete="new-password">
      {props.value !== '' && <Strength password={props.value} username={username} />}
    </PasswordInput>
  );
}

function Strength({
  password,
  username,
}: {
  readonly password: string;
  readonly username: string;
}) {
  const { t } = useI18n();
  const words = t.account.password;
  const strength = strengthOf(password, username);
  const text =
    strength.kind !== 'weak'
      ? words.strengths[strength.kind]
      : strength.reason === 'too-short'
        ? words.left(formatNumber(strength.left))
        : words.weak[strength.reason];
  const filled = { weak: 1, fair: 2, good: 3 }[strength.kind];
  return (
    <p class={`strength ${strength.kind}`} role="status">
      <span class="strength-bar" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <i key={step} class={step <= filled ? 'on' : ''} />
        ))}
      </span>
      <span>{running(text)}</span>
    </p>
  );
}

/** Tells a password manager whose password it is. */
export function WhoseAccount({ username }: { readonly username: string }) {
  return (
    <input
      class="vh"
      type="text"
      autoComplete="username"
      value={username}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}

/** What is wrong with a password as far as it can be seen here; undefined: it may be sent. */
export function passwordError(password: string, username: string, t: Messages): string | undefined {
  const words = t.account.password;
  if (password === '') return words.missing;
  const strength = strengthOf(password, username);
  return strength.kind === 'weak' ? words.weak[strength.reason] : undefined;
}

/** What the server said of a password; undefined: it said something else. */
export function weakPasswordText({ type, details }: ApiProblem, t: Messages): string | undefined {
  if (type !== 'password-weak') return undefined;
  const reason = passwordWeaknesses.find((one): one is PasswordWeakness => one === details.reason);
  return t.account.password.weak[reason ?? 'common'];
}
