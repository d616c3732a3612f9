import { useEffect, useRef } from 'preact/hooks';
import { useOpensOffline } from '../../data/app-files.ts';
import type { OutboxQueue, OutboxSet, RefusedSet } from '../../data/outbox-set.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { circleAlert, circleCheck, inbox, plus, smartphone } from '../../ui/icons.ts';
import { SetItem } from './SetItem.tsx';

interface SavedSetProps {
  readonly set: OutboxSet;
  readonly queue: OutboxQueue;
  readonly onFix: (set: RefusedSet) => void;
  readonly onStartNew: () => void;
}

/** What the person sees after "Save and send": kept here, on its way, received, or to be fixed. */
export function SavedSet({ set, queue, onFix, onStartNew }: SavedSetProps) {
  const { t } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = wordsOf(set);
  const text = set.state === 'sent' ? t.sending.receivedSaid(set.receipt) : t.sending[words.title];
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => announce(text), [text]);
  return (
    <div class="wrap page">
      <div class={`saved ${words.look}`}>
        <h1 ref={heading} tabIndex={-1}>
          <Icon of={words.icon} />
          {t.sending[words.title]}
        </h1>
        {set.state === 'sent' && (
          <p class="receipt-no">
            <span class="small muted">{t.sending.receipt}</span> <strong>{set.receipt}</strong>
          </p>
        )}
        {words.why && <p>{t.sending[words.why]}</p>}
        {words.look === 'wait' && <MayClose />}
        <ul>
          <SetItem set={set} queue={queue} onFix={onFix} brief />
        </ul>
        <div class="row mt4">
          <Button kind="primary" icon={plus} onClick={onStartNew}>
            {t.collect.startNew}
          </Button>
          <ButtonLink href="#/outbox" icon={inbox}>
            {t.sending.toOutbox}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}

/** Only what is true on this device is promised. */
function MayClose() {
  const { t } = useI18n();
  const opensOffline = useOpensOffline();
  return <p>{opensOffline ? t.sending.mayClose : t.sending.keepOpen}</p>;
}

function wordsOf({ state }: OutboxSet) {
  if (state === 'sent') {
    return { title: 'received', why: 'receivedWhy', icon: circleCheck, look: 'ok' } as const;
  }
  if (state === 'refused') {
    return { title: 'refused', why: null, icon: circleAlert, look: 'error' } as const;
  }
  return { title: 'kept', why: 'keptWhy', icon: smartphone, look: 'wait' } as const;
}
