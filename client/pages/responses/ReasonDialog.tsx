import { useState } from 'preact/hooks';
import type { Response } from '../../../shared/api/responses.ts';
import type { ApiProblem } from '../../data/api.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { OftenGiven } from './OftenGiven.tsx';
import { PointAt } from './PointAt.tsx';
import type { Tried } from './use-decision.ts';

interface ReasonDialogProps {
  readonly response: Response | undefined;
  readonly asking: 'returned' | 'rejected' | null;
  readonly busy: boolean;
  readonly failure: ApiProblem | null;
  /** what was written before */
  readonly first?: string | undefined;
  readonly onClose: () => void;
  readonly onSend: (tried: Tried) => void;
}

/** Asks why; what was typed stays when the dialog is closed and opened again. */
export function ReasonDialog({
  response,
  asking,
  busy,
  failure,
  first = '',
  onClose,
  onSend,
}: ReasonDialogProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  const [reason, setReason] = useState(first);
  const [pointer, setPointer] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const isReject = asking === 'rejected';
  const isMissing = tried && reason.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '' && asking)
      onSend({ decision: asking, reason, ...(pointer !== null && { pointer }) });
  };
  return (
    <Dialog
      open={asking !== null}
      title={isReject ? words.rejectTitle : words.returnTitle}
      onClose={onClose}
    >
      <form onSubmit={submit} noValidate>
        <p class="mt2">{isReject ? words.rejectWhy : words.returnWhy}</p>
        {failure && (
          <Notice kind="error" live>
            {t.common.failures[failure.type] ?? t.common.failures.unexpected}
          </Notice>
        )}
        {asking !== null && <OftenGiven field="reason" reason={reason} onReason={setReason} />}
        <TextArea
          id="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={isMissing ? words.reasonMissing : undefined}
          maxLength={2000}
          value={reason}
          onInput={setReason}
        />
        {response && <PointAt response={response} value={pointer} onChange={setPointer} />}
        <p class="row mt5">
          <Button type="submit" kind={isReject ? 'danger' : 'primary'} busy={busy}>
            {busy ? words.sending : isReject ? words.rejectDo : words.returnDo}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.common.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
