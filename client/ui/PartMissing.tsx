import type { ComponentChildren } from 'preact';
import { renewApp } from '../data/app-files.ts';
import type { Later } from '../data/later.ts';
import { useWatched } from '../data/watched.ts';
import { useI18n } from '../i18n/i18n.ts';
import { ErrorState } from './ErrorState.tsx';

interface PartMissingProps {
  readonly part: Later<unknown>;
  /** what stands here while it may still come */
  readonly children?: ComponentChildren;
}

/** In the place of a part that has not come: it is asked for again by itself, and a page of a version before is loaded anew. */
export function PartMissing({ part, children }: PartMissingProps) {
  const { t } = useI18n();
  if (!useWatched(part.isMissing)) return <>{children}</>;
  return (
    <ErrorState
      title={t.shell.pageNotLoaded}
      text={t.shell.pageNotLoadedWhy}
      onRetry={() => void renewApp()}
    />
  );
}
