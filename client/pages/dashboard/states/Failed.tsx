import type { ApiProblem } from '../../../data/api.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState, ProblemState } from '../../../ui/ErrorState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { clock } from '../../../ui/icons.ts';

interface FailedProps {
  readonly problem: ApiProblem;
  readonly onRetry: () => void;
}

export function Failed(props: FailedProps) {
  return (
    <div class="grid">
      <section class="fig span12">
        <Failure {...props} />
      </section>
    </div>
  );
}

function Failure({ problem, onRetry }: FailedProps) {
  const { t } = useI18n();
  const words = t.dashboard;
  if (problem.type === 'not-ready') return <Rebuilding seconds={problem.retryAfter ?? 5} />;
  if (problem.type === 'timed-out') {
    return (
      <ErrorState
        title={words.timedOut}
        text={words.notLost}
        requestId={problem.instance}
        onRetry={onRetry}
      />
    );
  }
  if (problem.type === 'unreadable') {
    return (
      <div class="hole error" role="alert">
        <strong>{words.badLink}</strong>
        <span class="muted">{words.badLinkWhy}</span>
        <ButtonLink dense href="#/">
          {words.clearFilters}
        </ButtonLink>
        {problem.instance && (
          <span class="small muted">{t.common.requestId(problem.instance)}</span>
        )}
      </div>
    );
  }
  return <ProblemState problem={problem} onRetry={onRetry} />;
}

function Rebuilding({ seconds }: { readonly seconds: number }) {
  const { t } = useI18n();
  return (
    <div class="hole warning" role="status">
      <Icon of={clock} />
      <strong>{t.dashboard.rebuilding}</strong>
      <span class="muted">{t.dashboard.rebuildingWhen(String(seconds))}</span>
    </div>
  );
}
