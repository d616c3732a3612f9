import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Batch } from '../../../shared/api/batches.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { x } from '../../ui/icons.ts';
import { Progress } from '../../ui/Progress.tsx';
import { formatBytes } from './batch-facts.ts';
import { CountsBar } from './CountsBar.tsx';
import { StepHead } from './StepHead.tsx';
import type { Stage } from './upload-steps.ts';

interface SendingStepProps {
  readonly name: string;
  readonly stage: Extract<Stage, { readonly at: 'sending' }>;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onStop: () => void;
}

/** First the bytes leave, then the server reads on: both are shown, neither spins without a number. */
export function SendingStep({ name, stage, headingRef, onStop }: SendingStepProps) {
  const { t } = useI18n();
  const { sent, total, batch, ending } = stage;
  const words = t.batches.send;
  const share = total > 0 ? sent / total : null;
  const arrived = share === 1;
  useProgressSaid(stage);
  return (
    <>
      <StepHead title={words.title(name)} text={words.stay} headingRef={headingRef} />
      <div class="panel sending">
        <Progress
          label={total > 0 ? words.sent(formatBytes(sent), formatBytes(total)) : words.bytes}
          done={share}
        />
        {ending && (
          <p class="muted mt2" role="status">
            {words.ending[ending]}
          </p>
        )}
        {arrived && !ending && <p class="muted mt2">{words.working}</p>}
        {batch && <CountedSoFar batch={batch} />}
        {!ending && (
          <p class="mt5">
            <Button icon={x} onClick={onStop}>
              {words.cancel}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

function CountedSoFar({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  return (
    <>
      <p class="mt4">
        <b>{t.batches.live.rows(batch.counts.rows)}</b>
      </p>
      <CountsBar batch={batch} />
    </>
  );
}

const sayEveryMs = 5000;

/** Said now and then, not at every step. */
function useProgressSaid({ sent, total, batch }: SendingStepProps['stage']): void {
  const { t } = useI18n();
  const saidAt = useRef(Date.now());
  useEffect(() => {
    if (Date.now() - saidAt.current < sayEveryMs) return;
    saidAt.current = Date.now();
    if (batch && sent === total) announce(t.batches.live.rows(batch.counts.rows));
    else if (total > 0) announce(t.batches.live.sending(Math.floor((sent / total) * 100)));
  }, [sent, total, batch, t]);
}
