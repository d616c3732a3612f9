import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { InvitedPerson, Person } from '../../../shared/api/people.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { PersonFactor } from './PersonFactor.tsx';
import { StateTag } from './StateTag.tsx';

interface PersonAccessProps {
  readonly person: Person;
  readonly onChanged: (person: Person) => void;
  readonly onInvited: (invited: InvitedPerson) => void;
}

/** How a person comes in: a new link, or not at all any more. */
export function PersonAccess({ person, onChanged, onInvited }: PersonAccessProps) {
  const { t, lang } = useI18n();
  const words = t.people.person;
  const { busy, failure, send } = useSending();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const { username, name, state } = person;
  const isOff = state === 'disabled';
  const change = async (disabled: boolean) => {
    const path = paths.person(username);
    const after = await send(() => api(path, { method: 'PATCH', body: { disabled } }));
    setAsking(false);
    if (!after) return;
    const text = disabled ? words.disabledNow(name) : words.enabledNow(name);
    setSaid(text);
    announce(text);
    onChanged(after);
  };
  const invite = async () => {
    const path = paths.personInvitation(username);
    const invited = await send(() => api(path, { method: 'POST' }));
    if (invited) onInvited(invited);
  };
  return (
    <section class="panel">
      <h2>{words.access}</h2>
      <p class="mt2">
        <StateTag person={person} />
      </p>
      <p class="small muted">{running(accessText(person, t, lang))}</p>
      {said && (
        <Notice kind="ok">
          {running(said)}{' '}
          {isOff && (
            <Button kind="quiet" icon={undo} onClick={() => void change(false)}>
              {words.undo}
            </Button>
          )}
        </Notice>
      )}
      <FailureNotice of={failure} />
      {isOff ? (
        <p class="mt4">
          <Button busy={busy} onClick={() => void change(false)}>
            {t.people.enable}
          </Button>
        </p>
      ) : (
        <>
          <p class="small mt4">{running(words.resetWhy)}</p>
          <p class="row mt2">
            <Button busy={busy} onClick={() => void invite()}>
              {t.people.newLink}
            </Button>
            <Button kind="danger" onClick={() => setAsking(true)}>
              {words.disable}
            </Button>
          </p>
        </>
      )}
      <PersonFactor person={person} onChanged={onChanged} />
      <Dialog open={asking} title={words.disableTitle(name)} onClose={() => setAsking(false)}>
        <p class="mt2">{running(words.disableWhy)}</p>
        <p class="row mt5">
          <Button kind="danger" busy={busy} onClick={() => void change(true)}>
            {words.disableDo}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t.common.cancel}
          </Button>
        </p>
      </Dialog>
    </section>
  );
}

function accessText({ state, seenAt, invitation }: Person, t: Messages, lang: Lang): string {
  const words = t.people.person;
  if (state === 'disabled') return words.disabled;
  if (state === 'expired') return words.expired;
  if (state === 'invited' && invitation)
    return words.invitedUntil(formatInstant(invitation.expiresAt, lang));
  return seenAt ? words.activeSince(formatInstant(seenAt, lang)) : words.activeNever;
}
