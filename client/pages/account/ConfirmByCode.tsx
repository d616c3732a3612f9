import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { BegunSecondFactor } from '../../../shared/api/second-factor.ts';
import { readCode } from '../../../shared/people/second-factor-code.ts';
import { api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { running } from '../../ui/Running.tsx';

interface ConfirmByCodeProps {
  readonly begun: BegunSecondFactor;
  readonly onAgain: () => void;
  /** with the recovery codes */
  readonly onConfirmed: (codes: readonly string[]) => void;
}

/** What the app is to be given, and the code that it shows then. */
export function ConfirmByCode({ begun, onAgain, onConfirmed }: ConfirmByCodeProps) {
  const { t } = useI18n();
  const words = t.account.secondFactor;
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const isCode = readCode(code)?.kind === 'app';
  const wrong = failure?.type === 'second-factor-wrong' ? words.wrong : undefined;
  const isOver = failure?.type === 'second-factor-over';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    document.getElementById('code')?.focus();
    if (!isCode) return;
    void send(async () => {
      const answer = await api(paths.secondFactor(), { method: 'PUT', body: { code } });
      onConfirmed(answer.recoveryCodes);
    });
  };
  return (
    <>
      <h2>{words.scan}</h2>
      <p class="small muted">{running(words.scanWhy)}</p>
      <div class="scan">
        <QrCode text={begun.uri} label={words.qr} />
        <div>
          <CopyField
            label={words.key}
            value={begun.secret.replace(/(.{8})(?=.)/g, '$1 ')}
            copy={words.copyKey}
            copied={words.copied}
            failed={words.copyFailed}
          />
          <p class="mt2">
            <a href={begun.uri}>{words.openApp}</a>
          </p>
        </div>
      </div>
      <form onSubmit={submit} noValidate>
        {failure && !wrong && (
          <Notice kind="error" live>
            {isOver ? words.over : failureText(failure, t)}{' '}
            {isOver && <Button onClick={onAgain}>{words.begin}</Button>}
          </Notice>
        )}
        <CodeInput
          id="code"
          label={words.code}
          hint={words.codeHint}
          value={code}
          error={tried && !isCode ? words.missing : wrong}
          onInput={setCode}
        />
        <p class="mt4">
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? words.confirming : words.confirm}
          </Button>
        </p>
      </form>
    </>
  );
}
