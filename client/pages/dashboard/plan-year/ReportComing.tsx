import type { ApiProblem } from '../../../data/api.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { LoadingState } from '../../../ui/LoadingState.tsx';

/** Until the numbers of a report are there, or why they cannot be. */
export function ReportComing({
  problem,
  onRetry,
}: {
  readonly problem: ApiProblem | null | undefined;
  readonly onRetry: () => void;
}) {
  const words = useI18n().t.planReport;
  return (
    <div class="wrap page">
      <h1 class="vh">{words.title}</h1>
      {problem ? <ProblemState problem={problem} onRetry={onRetry} /> : <LoadingState lines={10} />}
    </div>
  );
}
