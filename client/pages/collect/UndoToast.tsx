import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { undo, x } from '../../ui/icons.ts';

interface UndoToastProps {
  readonly text: string;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Stays until it is closed; takes the focus that the removed thing had. */
export function UndoToast({ text, onUndo, onClose }: UndoToastProps) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="toast" role="status" ref={box} tabIndex={-1}>
      <span>{text}</span>
      <Button kind="quiet" icon={undo} onClick={onUndo}>
        {t.collect.undo}
      </Button>
      <IconButton icon={x} label={t.common.close} onClick={onClose} />
    </div>
  );
}
