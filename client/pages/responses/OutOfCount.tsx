// One response out of the figures, and back: what it says while it is out, and how it gets there.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { api } from '../../data/api.ts';
import { useSession } from '../../data/session.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

interface WithdrawalProps {
  readonly response: Response;
  readonly onChanged: (response: Response) => void;
}

const addressOf = ({ survey, id }: Response) => paths.responseWithdrawal(survey, id);

export function OutOfCount({ response, onChanged }: WithdrawalProps) {
  const { t } = useI18n();
  const words = t.responses.one.out;
  const { user } = useSession();
  const { busy, failure, send } = useSending();
  if (!response.withdrawnAt) return null;
  const may = user?.role === 'officer' || user?.role === 'administrator';
  const bringBack = async () => {
    const back = await send(() => api(addressOf(response), { method: 'DELETE' }));
    if (back) onChanged(back);
  };
  return (
    <Notice kind="offline" title={words.title}>
      <p>{words.why}</p>
      <FailureNotice of={failure} />
      {response.withdrawnWith ? (
        <p>
          {words.withBatch} <a href={`#/batches/${response.withdrawnWith}`}>{words.openBatch}</a>
        </p>
      ) : (
        may && (
          <p class="mt2">
            <Button icon={undo} dense busy={busy} onClick={() => void bringBack()}>
              {words.bringBack}
            </Button>
          </p>
        )
      )}
    </Notice>
  );
}

/** For who may: the button, and the reason that it asks for. */
export function WithdrawOne({ response, onChanged }: WithdrawalProps) {
  const { t } = useI18n();
  const words = t.responses.one.out;
  const { busy, failure, send } = useSending();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  if (response.withdrawnAt) return null;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    const request = { method: 'PUT', body: { reason } } as const;
    const out = await send(() => api(addressOf(response), request));
    if (!out) return;
    setAsking(false);
    onChanged(out);
  };
  return (
    <div>
      <Button kind="quiet" dense onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      <Dialog open={asking} title={words.dialog} onClose={() => setAsking(false)}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <FailureNotice of={failure} />
          <TextArea
            id="withdraw-reason"
            label={words.reason}
            hint={words.reasonHint}
            error={tried && reason.trim() === '' ? words.reasonMissing : undefined}
            maxLength={2000}
            rows={2}
            value={reason}
            onInput={setReason}
          />
          <p class="row mt5">
            <Button type="submit" kind="danger" busy={busy}>
              {words.doIt}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t.common.cancel}
            </Button>
          </p>
        </form>
      </Dialog>
    </div>
  );
}
