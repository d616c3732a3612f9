import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Person } from '../../../shared/api/people.ts';
import { api } from '../../data/api.ts';
import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { AskReason } from '../../ui/AskReason.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

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
  const path = paths.personSecondFactor(username);
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
        <AskReason
          id="reset-reason"
          why={words.resetWhy}
          words={{
            reason: words.reason,
            reasonMissing: words.missingReason,
            submit: words.resetDo,
          }}
          isDangerous
          onSend={(reason) => api(path, { method: 'DELETE', body: { reason } })}
          onDone={done}
          onCancel={() => setAsking(false)}
        />
      </Dialog>
    </div>
  );
}
