import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../data/api.ts';
import { useI18n } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { circleAlert, refresh } from './icons.ts';

interface ErrorStateProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly requestId?: string | null;
  readonly onRetry?: () => void;
  /** another way out */
  readonly children?: ComponentChildren;
}

/** Stands where the result would: never an empty chart, never a bare zero. */
export function ErrorState({ title, text, requestId, onRetry, children }: ErrorStateProps) {
  const { t } = useI18n();
  return (
    <div class="hole error" role="alert">
      <Icon of={circleAlert} />
      <strong>{title}</strong>
      {text && <span class="muted">{text}</span>}
      {onRetry && (
        <Button dense icon={refresh} onClick={onRetry}>
          {t.common.retry}
        </Button>
      )}
      {children}
      {requestId && <span class="small muted">{t.common.requestId(requestId)}</span>}
    </div>
  );
}

interface ProblemStateProps {
  readonly problem: ApiProblem;
  readonly onRetry?: () => void;
}

/** The same for what a request answered. */
export function ProblemState({ problem, onRetry }: ProblemStateProps) {
  const { t } = useI18n();
  const title = t.common.failures[problem.type] ?? t.common.failures.unexpected;
  return (
    <ErrorState title={title} requestId={problem.instance} {...(onRetry ? { onRetry } : {})} />
  );
}
