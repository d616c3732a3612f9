// Saved views: to open one, to save this page as one, and to look after them.
import type { SavedView } from '../../../../shared/api/views.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { undo } from '../../../ui/icons.ts';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SaveView } from './SaveView.tsx';
import { type SavedViews, useSavedViews } from './use-saved-views.ts';
import { ViewRow } from './ViewRow.tsx';
import './views.css';

export function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useI18n().t.views;
  const views = useSavedViews();
  const { own, shared, query } = views;
  return (
    <Dialog title={words.title} open onClose={onClose}>
      <div class="views">
        <p class="small muted">{words.why}</p>
        <Outcome views={views} />
        {!query.data && query.error && (
          <ProblemState problem={query.error} onRetry={query.refetch} />
        )}
        {!query.data && !query.error && <LoadingState lines={3} />}
        {query.data && own.length + shared.length === 0 && <p class="muted">{words.none}</p>}
        <Part title={words.own} items={own} views={views} onOpen={onClose} />
        <Part title={words.shared} items={shared} views={views} onOpen={onClose} />
        <SaveView onSave={views.save} />
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly title: string;
  readonly items: readonly SavedView[];
  readonly views: SavedViews;
  readonly onOpen: () => void;
}

function Part({ title, items, views, onOpen }: PartProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="list">
        {items.map((view) => (
          <ViewRow key={view.id} view={view} views={views} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

/** What became of the last act; what was deleted can be brought back. */
function Outcome({
  views: { problem, done, deleted, undo: bringBack },
}: {
  readonly views: SavedViews;
}) {
  const words = useI18n().t.views;
  return (
    <>
      <FailureNotice of={problem} />
      {done !== null && (
        <Notice kind="ok">
          <p>{done}</p>
          {deleted && (
            <Button dense icon={undo} onClick={() => void bringBack()}>
              {words.undo}
            </Button>
          )}
        </Notice>
      )}
    </>
  );
}
