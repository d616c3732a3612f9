import { useSession } from '../../../data/session.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { camera } from '../../../ui/icons.ts';
import { LazyDialogButton } from '../../../ui/LazyDialogButton.tsx';
import type { DashboardView } from '../view.ts';

interface SnapshotButtonProps {
  readonly view: DashboardView;
  /** id of the round; null: it is not known yet */
  readonly survey: string | null;
}

/** Freezes the figures of the page; not offered to who may not. */
export function SnapshotButton({ view, survey }: SnapshotButtonProps) {
  const words = useI18n().t.dashboard;
  const { user } = useSession();
  if (survey === null || user === null || user.role === 'enumerator') return null;
  return (
    <LazyDialogButton
      icon={camera}
      words={words.keepSnapshot}
      areas={['snapshots', 'problems']}
      load={() =>
        import('./KeepSnapshot.tsx').then(({ KeepSnapshot }) => ({ onClose }) => (
          <KeepSnapshot {...{ onClose, survey }} filters={view.filters} />
        ))
      }
    />
  );
}
