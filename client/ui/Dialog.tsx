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
  useFocusBack(open);
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
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

/** The focus returns to what opened the dialog, unless it has been led elsewhere meanwhile. */
function useFocusBack(open: boolean): void {
  // read while drawing: once the dialog is shown, the focus is in it
  const opener = useRef<Element | null>(null);
  if (open) opener.current ??= document.activeElement;
  useEffect(() => {
    if (open) return;
    const before = opener.current;
    opener.current = null;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && before instanceof HTMLElement) before.focus();
  }, [open]);
}
