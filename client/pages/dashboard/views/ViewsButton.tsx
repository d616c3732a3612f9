import { useI18n } from '../../../i18n/i18n.ts';
import { bookmark } from '../../../ui/icons.ts';
import { LazyDialogButton } from '../../../ui/LazyDialogButton.tsx';

/** The way to the saved views. */
export function ViewsButton() {
  const words = useI18n().t.dashboard;
  return (
    <LazyDialogButton
      icon={bookmark}
      words={words.views}
      areas={['views', 'problems']}
      load={() => import('./ViewsDialog.tsx').then((file) => file.ViewsDialog)}
    />
  );
}
