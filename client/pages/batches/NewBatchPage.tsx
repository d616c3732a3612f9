// Sending a file: choose, match columns, send, receipt.
import { useEffect, useRef } from 'preact/hooks';
import { useSession } from '../../data/session.ts';
import { refreshSurvey, useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import './batches.css';
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { ChooseStep } from './ChooseStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { CutStep } from './CutStep.tsx';
import { Queue } from './Queue.tsx';
import { Receipt } from './Receipt.tsx';
import { RefusedStep } from './RefusedStep.tsx';
import { SendingStep } from './SendingStep.tsx';
import { Stepper } from './Stepper.tsx';
import * as desk from './upload-desk.ts';
import { currentFile, type Desk, nextFile } from './upload-steps.ts';

export function NewBatchPage({ query }: PageProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const { survey, error } = useSurvey();
  const state = desk.useDesk();
  const resume = query.get('resume');
  const username = user?.username ?? '';
  useEffect(() => desk.openDesk(username), [username]);
  useEffect(() => desk.leaveDesk, []);
  useEffect(() => {
    if (survey && resume) desk.resumeBatch(survey.id, resume);
  }, [survey, resume]);
  return (
    <div class="batches">
      <Stepper stage={state.stage} />
      <div class="wrap page">
        {(!survey || state.stage.at === 'reading') && <h1 class="vh">{t.shell.titles.newBatch}</h1>}
        <Queue files={state.files} onSkip={maySkip(state) ? desk.toNextFile : null} />
        {error && !survey && <ProblemState problem={error} onRetry={() => void refreshSurvey()} />}
        {survey && user ? (
          <Step state={state} survey={survey} scope={user.scope} />
        ) : (
          !error && <LoadingState />
        )}
      </div>
    </div>
  );
}

/** Nothing is under way with this file, and another one waits. */
function maySkip(state: Desk): boolean {
  return nextFile(state) !== null && ['columns', 'refused', 'cut'].includes(state.stage.at);
}

interface StepProps {
  readonly state: Desk;
  readonly survey: Survey;
  /** where the sender may act */
  readonly scope: Scope;
}

function Step({ state, survey, scope }: StepProps) {
  const { t } = useI18n();
  const { stage, inspection, rows, choices, resume } = state;
  const heading = useFocusOn(stage.at);
  const file = currentFile(state)?.file;
  const upcoming = nextFile(state);
  const send = (dryRun: boolean) => void desk.send(survey.id, dryRun);
  const startOver = () => {
    desk.startOver();
    navigate('/batches/new');
  };
  const forward = upcoming ? desk.toNextFile : startOver;
  if (stage.at === 'choose' || !file) {
    return <ChooseStep resume={resume} headingRef={heading} onFiles={desk.chooseFiles} />;
  }
  switch (stage.at) {
    case 'reading':
      return <LoadingState text={t.batches.choose.reading(file.name)} lines={8} />;
    case 'columns':
      return inspection ? (
        <ColumnsStep
          file={file}
          survey={survey}
          scope={scope}
          inspection={inspection}
          rows={rows}
          choices={choices}
          checked={stage.checked}
          headingRef={heading}
          onChange={desk.change}
          onBack={startOver}
          onSend={send}
        />
      ) : null;
    case 'sending':
      return (
        <SendingStep
          name={file.name}
          stage={stage}
          headingRef={heading}
          onStop={desk.stopSending}
        />
      );
    case 'refused':
      return (
        <RefusedStep
          name={file.name}
          refusal={stage.refusal}
          inspection={inspection}
          headingRef={heading}
          onFiles={desk.chooseFiles}
          onChange={desk.change}
          onAgain={() => send(stage.dryRun)}
          onBack={desk.back}
          onAsNew={() => desk.sendAsNew(survey.id)}
        />
      );
    case 'cut':
      return (
        <CutStep stage={stage} headingRef={heading} onAgain={() => send(false)} onOther={forward} />
      );
    case 'done':
      return (
        <Receipt
          batch={stage.batch}
          survey={survey.id}
          headingRef={heading}
          next={{
            label: upcoming ? t.batches.queue.next(upcoming.file.name) : t.batches.receipt.another,
            onClick: forward,
          }}
        />
      );
  }
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
