import { useI18n } from '../i18n/i18n.ts';
import { Tabs } from './Tabs.tsx';

/** The queue, and what standing rules noticed beside it. */
export function ReviewTabs({ shown }: { readonly shown: 'review' | 'quality' }) {
  const { t } = useI18n();
  const { review, quality } = t.shell.titles;
  return (
    <Tabs
      label={t.shell.nav.review}
      links={[
        { href: '#/review', text: review, isCurrent: shown === 'review' },
        { href: '#/review/quality', text: quality, isCurrent: shown === 'quality' },
      ]}
    />
  );
}
