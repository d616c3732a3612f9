import type { ComponentChildren } from 'preact';
import { useI18n } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly open: boolean;
  /** on the button that does it */
  readonly act: string;
  readonly kind?: 'primary' | 'danger';
  readonly busy: boolean;
  readonly onDo: () => void;
  readonly onClose: () => void;
  /** what it does, and whether it can be taken back */
  readonly children: ComponentChildren;
}

/** Asked once before what cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, open, act, kind = 'primary', busy, onDo, onClose, children } = props;
  const { t } = useI18n();
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      {children}
      <p class="row mt5">
        <Button kind={kind} busy={busy} onClick={onDo}>
          {act}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </p>
    </Dialog>
  );
}
