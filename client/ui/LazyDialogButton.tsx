// A button whose dialog, and its words, come with the first press.
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { needAreas, useI18n } from '../i18n/i18n.ts';
import type { Area } from '../i18n/messages.ts';
import { announce } from './Announcer.tsx';
import { Button } from './Button.tsx';
import type { IconShapes } from './Icon.tsx';

export interface LazyDialogProps {
  readonly onClose: () => void;
}

interface LazyDialogButtonProps {
  readonly icon: IconShapes;
  readonly words: string;
  readonly areas: readonly Area[];
  readonly load: () => Promise<ComponentType<LazyDialogProps>>;
}

export function LazyDialogButton({ icon, words, areas, load }: LazyDialogButtonProps) {
  const { notOpened } = useI18n().t.common;
  const [part, setPart] = useState<ComponentType<LazyDialogProps> | null>(null);
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const press = async () => {
    try {
      const [loaded] = await Promise.all([load(), needAreas(areas)]);
      setPart(() => loaded);
      setFailed(false);
      setOpen(true);
    } catch {
      // without a signal its file does not come
      setFailed(true);
      announce(notOpened);
    }
  };
  const Part = part;
  return (
    <>
      <Button dense icon={icon} onClick={() => void press()}>
        {words}
      </Button>
      {failed && <span class="small">{notOpened}</span>}
      {Part && open && <Part onClose={() => setOpen(false)} />}
    </>
  );
}
