import { useState } from 'preact/hooks';
import type { ApiPath } from '../../../shared/api/paths.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { running } from '../../ui/Running.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

interface AsideFormProps {
  readonly path: ApiPath<'flagAside'>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks why it may be so. */
export function AsideForm({ path, onDone, onCancel }: AsideFormProps) {
  const { t } = useI18n();
  const words = t.quality;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const isMissing = reason.trim() === '';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    const flag = await send(() => api(path, { method: 'PUT', body: { reason } }));
    if (flag) onDone();
  };
  return (
    <form onSubmit={submit} noValidate>
      <p class="small muted mt2">{running(words.setAsideWhy)}</p>
      <FailureNotice of={failure} />
      <TextInput
        id="aside-reason"
        label={words.reason}
        hint={words.reasonHint}
        error={tried && isMissing ? words.reasonMissing : undefined}
        value={reason}
        maxLength={500}
        onInput={setReason}
      />
      <p class="row mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? words.saving : words.setAsideDo}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.common.cancel}
        </Button>
      </p>
    </form>
  );
}
