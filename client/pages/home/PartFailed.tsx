import type { QueryState } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { refresh } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Says which part is missing and why; what did arrive stays. */
export function PartFailed({ queries }: { readonly queries: readonly QueryState<unknown>[] }) {
  const { t } = useI18n();
  const failed = queries.filter((query) => query.error);
  const error = failed[0]?.error;
  if (!error) return null;
  return (
    <div class="mb4">
      <Notice kind={error.type === 'offline' ? 'offline' : 'warning'} title={t.home.partial} live>
        <p>{t.common.failures[error.type] ?? t.common.failures.unexpected}</p>
        <Button
          dense
          icon={refresh}
          onClick={() => {
            for (const query of failed) query.refetch();
          }}
        >
          {t.common.retry}
        </Button>
      </Notice>
    </div>
  );
}
