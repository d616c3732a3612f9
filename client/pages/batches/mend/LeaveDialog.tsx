import { useState } from 'preact/hooks';
import { longestReason } from '../../../../shared/batch/corrections.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';

interface LeaveDialogProps {
  readonly row: number;
  readonly onLeave: (reason: string) => void;
  readonly onClose: () => void;
}

/** A row is left out for a reason, which the receipt says. */
export function LeaveDialog({ row, onLeave, onClose }: LeaveDialogProps) {
  const words = useI18n().t.mend;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <Dialog open title={words.leaveTitle(row)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isMissing) onLeave(reason.trim());
        }}
      >
        <TextInput
          id="leave-reason"
          label={words.leaveReason}
          hint={words.leaveHint}
          error={tried && isMissing ? words.leaveNeeded : undefined}
          maxLength={longestReason}
          value={reason}
          onInput={setReason}
        />
        <p class="row mt4">
          <Button kind="primary" type="submit">
            {words.leave}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </p>
      </form>
    </Dialog>
  );
}
