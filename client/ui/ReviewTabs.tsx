import { useI18n } from '../i18n/i18n.ts';

/** The queue, and what standing rules noticed beside it. */
export function ReviewTabs({ shown }: { readonly shown: 'review' | 'quality' }) {
  const { t } = useI18n();
  const current = (one: typeof shown) => (one === shown ? 'page' : undefined);
  return (
    <nav class="tabs" aria-label={t.shell.nav.review}>
      <a href="#/review" aria-current={current('review')}>
        {t.shell.titles.review}
      </a>
      <a href="#/review/quality" aria-current={current('quality')}>
        {t.shell.titles.quality}
      </a>
    </nav>
  );
}
