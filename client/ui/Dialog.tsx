import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.ts';
import { IconButton } from './Button.tsx';
import { x } from './icons.ts';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Escape, the close button, or a click beside it */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Asks before something dangerous, or for a reason. Focus goes in, stays in, and comes back. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open) element?.close();
  }, [open]);
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape, which the browser turns into `cancel`
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div class="dialog-in">
        <div class="row between">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon={x} label={t.common.close} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
