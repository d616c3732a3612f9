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
  /** it stands for the whole page, so its title is the page's heading */
  readonly wholePage?: boolean;
  /** another way out */
  readonly children?: ComponentChildren;
}

/** Stands where the result would: never an empty chart, never a bare zero. */
export function ErrorState(props: ErrorStateProps) {
  const { title, text, requestId, onRetry, wholePage, children } = props;
  const { t } = useI18n();
  return (
    <div class="hole error" role={wholePage ? undefined : 'alert'}>
      <Icon of={circleAlert} />
      {wholePage ? <h1>{title}</h1> : <strong>{title}</strong>}
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
