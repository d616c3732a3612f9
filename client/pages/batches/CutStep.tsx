import type { Ref } from 'preact';
import { useI18n } from '../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { refresh } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CountsBar } from './CountsBar.tsx';
import { StepHead } from './StepHead.tsx';
import type { Stage } from './upload-steps.ts';

interface CutStepProps {
  readonly stage: Extract<Stage, { readonly at: 'cut' }>;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onAgain: () => void;
  readonly onStop: () => void;
  readonly onOther: () => void;
}

/** The line dropped or was stopped: what is safe, and one button to finish. */
export function CutStep({ stage, headingRef, onAgain, onStop, onOther }: CutStepProps) {
  const { t } = useI18n();
  const { batch, why, goesOn } = stage;
  const words = t.batches.cut;
  const reason = batch === null ? words.unknown : why === 'stopped' ? words.stopped : words.why;
  return (
    <>
      <StepHead
        title={words.title(batch?.counts.rows ?? 0, batch !== null)}
        headingRef={headingRef}
      />
      <Notice kind="warning" title={reason}>
        <p>{words.againWhy}</p>
        {goesOn && <p>{words.goesOn}</p>}
      </Notice>
      {batch && <CountsBar batch={batch} />}
      <p class="row mt5">
        <Button kind="primary" icon={refresh} onClick={onAgain}>
          {goesOn ? words.now : words.again}
        </Button>
        {goesOn && <Button onClick={onStop}>{words.stopTrying}</Button>}
        {batch && <ButtonLink href={`#/batches/${batch.id}`}>{words.open}</ButtonLink>}
        <Button kind="quiet" onClick={onOther}>
          {t.batches.receipt.another}
        </Button>
      </p>
    </>
  );
}
