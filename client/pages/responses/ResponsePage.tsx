import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../routes.ts';
import { PageHead } from '../../ui/Layout.tsx';

export function ResponsePage(_props: PageProps) {
  const { t } = useI18n();
  return (
    <div class="wrap page">
      <PageHead title={t.shell.titles.response} />
    </div>
  );
}
