import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { nameIn } from '../../../shared/text/names.ts';
import { serviceRefusalText } from '../../data/failure-text.ts';
import { leaveForService, useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface ByServiceProps {
  /** where to go on to */
  readonly next: string;
  /** why whoever came back from there was not let in, as the server says it in the address; null: nobody came */
  readonly refused: string | null;
}

/** The organisation's own sign-in service, where there is one. */
export function ByService({ next, refused }: ByServiceProps) {
  const { t, lang } = useI18n();
  const { ways } = useSession();
  const [busy, setBusy] = useState(false);
  const [cannotLeave, setCannotLeave] = useState(false);
  if (!ways.service) return null;
  const words = t.signInService;
  const name = nameIn(ways.service, lang);
  const leave = async () => {
    setBusy(true);
    setCannotLeave(false);
    const isLeaving = await leaveForService(next);
    setBusy(isLeaving);
    setCannotLeave(!isLeaving);
  };
  return (
    <section class="by-service" aria-label={words.title(name)}>
      {refused !== null && !cannotLeave && (
        <Notice kind="error" live>
          {serviceRefusalText(refused, t)}
        </Notice>
      )}
      {cannotLeave && (
        <Notice kind="offline" live>
          {t.shell.signIn.offline}
        </Notice>
      )}
      <Button
        kind={ways.passwords ? 'outlined' : 'primary'}
        wide
        busy={busy}
        onClick={() => void leave()}
      >
        {busy ? words.leaving : words.title(name)}
      </Button>
      {ways.passwords && <p class="or small muted">{words.or}</p>}
    </section>
  );
}

/** Passwords, put away where people are to sign in by the service. */
export function Emergency({ children }: { readonly children: ComponentChildren }) {
  const { t } = useI18n();
  return (
    <details class="mt4">
      <summary>{t.signInService.emergency}</summary>
      {children}
    </details>
  );
}
