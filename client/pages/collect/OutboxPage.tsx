import type { PageProps } from '../../routes.ts';
import { PageHead } from '../../ui/Layout.tsx';
import { useI18n } from '../../i18n/i18n.ts';

export function OutboxPage(_props: PageProps) {
  const { t } = useI18n();
  return (
    <div class="wrap page">
      <PageHead title={t.shell.titles.outbox} />
    </div>
  );
}
