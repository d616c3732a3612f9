// The way to the saved views: their words and their dialog come with the first press.
import { useState } from 'preact/hooks';
import { needAreas, useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Button } from '../../../ui/Button.tsx';
import { bookmark } from '../../../ui/icons.ts';
import type { ViewsDialog } from './ViewsDialog.tsx';

type Part = typeof ViewsDialog;

export function ViewsButton() {
  const words = useI18n().t.dashboard;
  const [part, setPart] = useState<Part | null>(null);
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const press = async () => {
    try {
      const [file] = await Promise.all([
        import('./ViewsDialog.tsx'),
        needAreas(['views', 'problems']),
      ]);
      setPart(() => file.ViewsDialog);
      setFailed(false);
      setOpen(true);
    } catch {
      // without a signal its file does not come
      setFailed(true);
      announce(words.viewsNotLoaded);
    }
  };
  const Part = part;
  return (
    <>
      <Button dense icon={bookmark} onClick={() => void press()}>
        {words.views}
      </Button>
      {failed && <span class="small">{words.viewsNotLoaded}</span>}
      {Part && open && <Part onClose={() => setOpen(false)} />}
    </>
  );
}
