// The step that a chosen file is at, and what its buttons do.
import { useEffect, useRef } from 'preact/hooks';
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { BatchReceipt } from './BatchReceipt.tsx';
import { ChangesStep } from './ChangesStep.tsx';
import { CheckingStep } from './CheckingStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { CutStep } from './CutStep.tsx';
import { changesAsked } from './changes-asked.ts';
import { endCheck } from './check/mend-desk.ts';
import { checkCurrent } from './check-current.ts';
import { currentFile, nextFile } from './chosen-files.ts';
import { chooseSheet, dropProposal } from './inspect-current.ts';
import { MendStep } from './mend/MendStep.tsx';
import { RefusedStep } from './RefusedStep.tsx';
import { SendingStep } from './SendingStep.tsx';
import { SheetStep } from './SheetStep.tsx';
import * as desk from './upload-desk.ts';
import type { Desk } from './upload-steps.ts';

interface StepProps {
  readonly state: Desk;
  readonly survey: Survey;
  /** where the sender may act */
  readonly scope: Scope;
}

export function Step({ state, survey, scope }: StepProps) {
  const { t } = useI18n();
  const { stage, resume } = state;
  const heading = useFocusOn(stage.at);
  const file = currentFile(state)?.file;
  if (stage.at === 'choose' || !file) {
    return <ChooseStep resume={resume} headingRef={heading} onFiles={desk.chooseFiles} />;
  }
  const step = { state, survey, scope, file, headingRef: heading };
  switch (stage.at) {
    case 'reading':
      return <LoadingState text={t.batches.choose.reading(file.name)} lines={8} />;
    case 'sheets':
      return <Sheets {...step} stage={stage} />;
    case 'columns':
      return <Columns {...step} stage={stage} />;
    case 'checking':
      return <CheckingStep name={file.name} stage={stage} headingRef={heading} onStop={endCheck} />;
    case 'mend':
      return (
        <MendStep
          name={file.name}
          survey={survey.id}
          headingRef={heading}
          onBack={desk.back}
          onSend={() => void desk.send(survey.id)}
        />
      );
    case 'sending':
      return <Sending {...step} stage={stage} />;
    case 'refused':
      return <Refused {...step} stage={stage} />;
    case 'cut':
      return (
        <CutStep
          stage={stage}
          headingRef={heading}
          onAgain={() => void desk.send(survey.id)}
          onStop={desk.stopTrying}
          onOther={nextFile(state) ? desk.toNextFile : startOver}
        />
      );
    case 'done':
      return <Done {...step} stage={stage} />;
  }
}

type At<S extends Desk['stage']['at']> = Extract<Desk['stage'], { readonly at: S }>;

interface OneStep<S extends Desk['stage']['at']> extends StepProps {
  readonly file: File;
  readonly stage: At<S>;
  readonly headingRef: ReturnType<typeof useFocusOn>;
}

function Sheets({ stage, headingRef }: OneStep<'sheets'>) {
  const take = (name: string, withoutHidden: boolean) => void chooseSheet(name, withoutHidden);
  return (
    <SheetStep workbook={stage.workbook} {...{ headingRef }} onTake={take} onBack={startOver} />
  );
}

function Columns({ state, survey, scope, file, headingRef }: OneStep<'columns'>) {
  const words = useI18n().t.batches.columns;
  const { inspection, rows, choices, proposed } = state;
  if (!inspection) return null;
  return (
    <ColumnsStep
      {...{ file, survey, scope, inspection, rows, choices, proposed, headingRef }}
      whereabouts={words[currentFile(state)?.hasLeft ? 'wasSent' : 'notLeft']}
      onChange={desk.change}
      onDropProposal={dropProposal}
      onBack={startOver}
      onCheck={(look) => void checkCurrent({ survey, scope, look })}
      onSend={() => void desk.send(survey.id)}
    />
  );
}

function Sending({ file, stage, headingRef }: OneStep<'sending'>) {
  const { stopSending } = desk;
  return (
    <SendingStep name={file.name} stage={stage} headingRef={headingRef} onStop={stopSending} />
  );
}

function Refused({ state, survey, scope, file, stage, headingRef }: OneStep<'refused'>) {
  const asked = changesAsked(stage.refusal);
  if (asked)
    return (
      <ChangesStep
        {...{ name: file.name, asked, headingRef }}
        onDecide={(changed) => void desk.decideAndSend(survey.id, changed)}
        onLook={() => void checkCurrent({ survey, scope })}
        onBack={desk.back}
      />
    );
  return (
    <RefusedStep
      name={file.name}
      refusal={stage.refusal}
      inspection={state.inspection}
      isResumed={state.resume !== null}
      headingRef={headingRef}
      onFiles={desk.chooseFiles}
      onChange={desk.change}
      onAgain={() =>
        void (stage.whileChecking ? checkCurrent({ survey, scope }) : desk.send(survey.id))
      }
      onBack={desk.back}
      onAsNew={() => desk.sendAsNew(survey.id)}
    />
  );
}

function Done({ state, survey, stage, headingRef }: OneStep<'done'>) {
  const { t } = useI18n();
  const upcoming = nextFile(state);
  const next = upcoming
    ? { label: t.batches.queue.next(upcoming.file.name), onClick: desk.toNextFile }
    : { label: t.batches.receipt.another, onClick: startOver };
  return (
    <BatchReceipt batch={stage.batch} survey={survey.id} headingRef={headingRef} next={next} />
  );
}

function startOver(): void {
  desk.startOver();
  navigate('/batches/new');
}

/** A new step is read out from its heading on; the first one is left to the page. */
function useFocusOn(stage: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [stage]);
  return heading;
}
