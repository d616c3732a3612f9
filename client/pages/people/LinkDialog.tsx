import type { InvitedPerson } from '../../../shared/api/people.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { printer } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { running } from '../../ui/Running.tsx';
import { invitationLink } from './invitation-link.ts';

interface LinkDialogProps {
  readonly invited: InvitedPerson | null;
  readonly onClose: () => void;
}

/** The link by which a person sets their password, shown this once. */
export function LinkDialog({ invited, onClose }: LinkDialogProps) {
  const { t, lang } = useI18n();
  const words = t.people.link;
  const { code = '', expiresAt } = invited?.invitation ?? {};
  const address = invitationLink(code);
  return (
    <Dialog
      open={invited !== null}
      title={words.title(invited?.person.name ?? '')}
      onClose={onClose}
    >
      <div class="link-dialog">
        <p class="muted">{running(words.lead)}</p>
        <div class="link-parts">
          {code && <QrCode text={address} label={words.qr} />}
          <dl>
            <dt>{words.code}</dt>
            <dd class="code">{code.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
            <dt>{words.until}</dt>
            <dd>
              <strong>{expiresAt && formatInstant(expiresAt, lang)}</strong>
              <br />
              <span class="small muted">{words.once}</span>
            </dd>
          </dl>
        </div>
        <Notice kind="warning" title={words.onceTitle}>
          {words.onceWhy}
        </Notice>
        <CopyField
          label={words.address}
          value={address}
          copy={words.copy}
          copied={words.copied}
          failed={words.copyFailed}
        />
        <p class="row mt2 no-print">
          <Button icon={printer} onClick={() => print()}>
            {words.print}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.done}
          </Button>
        </p>
      </div>
    </Dialog>
  );
}
