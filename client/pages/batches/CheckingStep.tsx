import type { Ref } from 'preact';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { x } from '../../ui/icons.ts';
import { Progress } from '../../ui/Progress.tsx';
import { StepHead } from './StepHead.tsx';
import type { Stage } from './upload-steps.ts';

interface CheckingStepProps {
  readonly name: string;
  readonly stage: Extract<Stage, { readonly at: 'checking' }>;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onStop: () => void;
}

/** Every row is looked at where the file is: how far it is, and a way out. */
export function CheckingStep({ name, stage, headingRef, onStop }: CheckingStepProps) {
  const { t } = useI18n();
  const words = t.mend;
  return (
    <>
      <StepHead title={words.checking(name)} text={words.notLeft} headingRef={headingRef} />
      <div class="panel sending">
        <Progress label={words.checkedSoFar(stage.rows)} done={stage.done} />
        <p class="mt5">
          <Button icon={x} onClick={onStop}>
            {t.batches.send.cancel}
          </Button>
        </p>
      </div>
    </>
  );
}
