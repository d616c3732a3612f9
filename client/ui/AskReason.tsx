import { useState } from 'preact/hooks';
import { useSending } from '../data/use-sending.ts';
import { useI18n } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { running } from './Running.tsx';
import { TextInput } from './TextInput.tsx';

interface AskReasonProps<Done> {
  readonly id: string;
  /** what follows, before the field */
  readonly why: string;
  readonly words: {
    readonly reason: string;
    readonly reasonHint?: string;
    readonly reasonMissing: string;
    /** the button, and what it says meanwhile */
    readonly submit: string;
    readonly busy?: string;
  };
  readonly isDangerous?: boolean;
  readonly onSend: (reason: string) => Promise<Done>;
  readonly onDone: (done: Done) => void;
  readonly onCancel: () => void;
}

/** Asks in a line why something is done, sends it, and says what was refused. For the inside of a dialog. */
export function AskReason<Done extends object>(props: AskReasonProps<Done>) {
  const { id, why, words, isDangerous, onSend, onDone, onCancel } = props;
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const isMissing = reason.trim() === '';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    const done = await send(() => onSend(reason));
    if (done) onDone(done);
  };
  return (
    <form onSubmit={submit} noValidate>
      <p class="mt2">{running(why)}</p>
      <FailureNotice of={failure} />
      <TextInput
        id={id}
        label={words.reason}
        hint={words.reasonHint}
        error={tried && isMissing ? words.reasonMissing : undefined}
        value={reason}
        maxLength={500}
        onInput={setReason}
      />
      <p class="row mt5">
        <Button kind={isDangerous ? 'danger' : 'primary'} type="submit" busy={busy}>
          {busy ? (words.busy ?? words.submit) : words.submit}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.common.cancel}
        </Button>
      </p>
    </form>
  );
}
