import { useEffect, useState } from 'preact/hooks';
import type { DecisionPreview, NewDecisionOfMany } from '../../../shared/api/decisions-of-many.ts';
import { ApiProblem } from '../../data/api.ts';
import { newId } from '../../data/new-id.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { previewText, skippedText } from './many-words.ts';
import { OftenGiven } from './OftenGiven.tsx';
import { type ManyChosen, type ManyDesk, previewOf } from './use-many.ts';

export interface AskedOfMany {
  readonly decision: NewDecisionOfMany['decision'];
  readonly chosen: ManyChosen;
}

interface ManyDialogProps {
  readonly survey: string;
  readonly asked: AskedOfMany;
  readonly many: ManyDesk;
  readonly onClose: () => void;
  readonly onBegun: () => void;
}

/** Says what would be done before it is, asks why, and does it only to as many as were seen. */
export function ManyDialog({ survey, asked, many, onClose, onBegun }: ManyDialogProps) {
  const { t } = useI18n();
  const words = t.responses.many;
  const { decision, chosen } = asked;
  const { preview, problem, isOther, showOther } = usePreview(survey, asked);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [id] = useState(newId);
  const needsReason = decision !== 'approved';
  const isMissing = needsReason && reason.trim() === '';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!preview || preview.decides === 0) return;
    if (isMissing) return;
    const expect = preview.total;
    const body = { id, decision, reason: reason.trim() || null, ...chosen, expect };
    if (await many.begin(body)) onBegun();
  };
  useEffect(() => {
    if (many.failure?.type === 'selection-changed') showOther(many.failure);
  }, [many.failure]);
  const failure = problem ?? (isOther ? null : many.failure);
  return (
    <Dialog open title={words.title[decision]} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {isOther && (
          <Notice kind="warning" live>
            {words.otherNow}
          </Notice>
        )}
        {failure && (
          <Notice kind="error" live>
            {t.common.failures[failure.type] ?? t.common.failures.unexpected}
          </Notice>
        )}
        {preview ? <WhatItDoes preview={preview} decision={decision} /> : <p>{words.looking}</p>}
        {needsReason && <OftenGiven field="many-reason" reason={reason} onReason={setReason} />}
        {needsReason && (
          <TextArea
            id="many-reason"
            label={t.responses.review.reason}
            hint={words.reasonHint}
            error={tried && isMissing ? t.responses.review.reasonMissing : undefined}
            maxLength={2000}
            value={reason}
            onInput={setReason}
          />
        )}
        <p class="row mt5">
          <Button
            type="submit"
            kind={decision === 'rejected' ? 'danger' : 'primary'}
            busy={many.busy}
            disabled={!preview || preview.decides === 0}
          >
            {words.doIt[decision](formatNumber(preview?.decides ?? 0))}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.common.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

interface WhatItDoesProps {
  readonly preview: DecisionPreview;
  readonly decision: NewDecisionOfMany['decision'];
}

function WhatItDoes({ preview, decision }: WhatItDoesProps) {
  const { t } = useI18n();
  const skipped = skippedText(preview, t);
  return (
    <div class="mt2" role="status">
      <p>
        <strong>{previewText(preview, decision, t)}</strong>
      </p>
      {skipped && <p class="small muted">{skipped}</p>}
    </div>
  );
}

/** What the server says it would do; after a refusal, what it says then. */
function usePreview(survey: string, { decision, chosen }: AskedOfMany) {
  const [preview, setPreview] = useState<DecisionPreview | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isOther, setOther] = useState(false);
  useEffect(() => {
    previewOf(survey, decision, chosen).then(setPreview, (error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    });
  }, []);
  const showOther = ({ details }: ApiProblem) => {
    setPreview(details.preview as DecisionPreview); // of this problem
    setOther(true);
  };
  return { preview, problem, isOther, showOther };
}
