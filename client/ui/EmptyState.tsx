import type { ComponentChildren } from 'preact';
import { Icon, type IconShapes } from './Icon.tsx';
import { inbox } from './icons.ts';
import { running } from './Running.tsx';

interface EmptyStateProps {
  /** says why there is nothing */
  readonly title: string;
  readonly text?: string | undefined;
  readonly icon?: IconShapes;
  /** one way out */
  readonly children?: ComponentChildren;
}

export function EmptyState({ title, text, icon = inbox, children }: EmptyStateProps) {
  return (
    <div class="hole">
      <Icon of={icon} />
      <strong>{title}</strong>
      {text && <span class="muted">{running(text)}</span>}
      {children}
    </div>
  );
}
