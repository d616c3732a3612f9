import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Person } from '../../../shared/api/people.ts';
import { api } from '../../data/api.ts';
import { useSession } from '../../data/session.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { running } from '../../ui/Running.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

interface PersonFactorProps {
  readonly person: Person;
  readonly onChanged: (person: Person) => void;
}

/** Whether a person has a second factor, and how it is taken away when phone and recovery codes are lost. */
export function PersonFactor({ person, onChanged }: PersonFactorProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const words = t.people.signIn;
  const [asking, setAsking] = useState(false);
  const { name, username, hasSecondFactor } = person;
  const done = (after: Person) => {
    setAsking(false);
    announce(words.resetDone(name));
    onChanged(after);
  };
  return (
    <div class="mt4">
      <p class="small muted">{hasSecondFactor ? words.has : words.hasNot}</p>
      {hasSecondFactor && username !== user?.username && (
        <p class="mt2">
          <Button onClick={() => setAsking(true)}>{words.reset}</Button>
        </p>
      )}
      <Dialog open={asking} title={words.resetTitle(name)} onClose={() => setAsking(false)}>
        <Reset username={username} onDone={done} onCancel={() => setAsking(false)} />
      </Dialog>
    </div>
  );
}

interface ResetProps {
  readonly username: string;
  readonly onDone: (after: Person) => void;
  readonly onCancel: () => void;
}

function Reset({ username, onDone, onCancel }: ResetProps) {
  const { t } = useI18n();
  const words = t.people.signIn;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const isMissing = reason.trim() === '';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    const path = paths.personSecondFactor(username);
    const after = await send(() => api(path, { method: 'DELETE', body: { reason } }));
    if (after) onDone(after);
  };
  return (
    <form onSubmit={submit} noValidate>
      <p class="mt2">{running(words.resetWhy)}</p>
      <FailureNotice of={failure} />
      <TextInput
        id="reset-reason"
        label={words.reason}
        value={reason}
        error={tried && isMissing ? words.missingReason : undefined}
        maxLength={500}
        onInput={setReason}
      />
      <p class="row mt5">
        <Button kind="danger" type="submit" busy={busy}>
          {words.resetDo}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.common.cancel}
        </Button>
      </p>
    </form>
  );
}
