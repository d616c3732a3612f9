// Sending a file: choose, match columns, send, receipt.
import { useEffect } from 'preact/hooks';
import { useSession } from '../../data/session.ts';
import { refreshSurvey, useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import './batches.css';
import { nextFile } from './chosen-files.ts';
import { FileQueue } from './FileQueue.tsx';
import { Step } from './Step.tsx';
import { Stepper } from './Stepper.tsx';
import * as desk from './upload-desk.ts';
import type { Desk } from './upload-steps.ts';

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
        <FileQueue
          files={state.files}
          leftOut={state.leftOut}
          onSkip={maySkip(state) ? desk.toNextFile : null}
        />
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
