import type { ComponentChildren } from 'preact';
import { Icon, type IconShapes } from './Icon.tsx';

interface Look {
  /** one `primary` a page; `danger` asks again in a dialog */
  readonly kind?: 'primary' | 'outlined' | 'quiet' | 'danger';
  readonly icon?: IconShapes;
  readonly dense?: boolean;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly type?: 'button' | 'submit';
  /** while true it cannot be pressed again, but keeps the focus */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** only when the words on it are not enough */
  readonly label?: string;
  readonly describedBy?: string;
  readonly onClick?: (event: MouseEvent) => void;
}

function classes({ kind = 'outlined', dense, wide }: Look): string {
  return ['btn', kind, dense && 'dense', wide && 'wide'].filter(Boolean).join(' ');
}

export function Button(props: ButtonProps) {
  const { type = 'button', busy, disabled, label, describedBy, onClick, icon, children } = props;
  return (
    <button
      type={type}
      class={classes(props)}
      disabled={disabled}
      aria-disabled={busy ? 'true' : undefined}
      aria-label={label}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly download?: boolean;
  readonly label?: string;
}

/** Looks like a button, goes somewhere. */
export function ButtonLink(props: ButtonLinkProps) {
  const { href, download, label, icon, children } = props;
  return (
    <a class={classes(props)} href={href} download={download} aria-label={label}>
      {icon && <Icon of={icon} />}
      {children}
    </a>
  );
}

interface IconButtonProps {
  readonly icon: IconShapes;
  /** its accessible name */
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** Only for back, close, delete, theme and menu; everything else carries words. */
export function IconButton({ icon, label, pressed, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="iconbtn"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    >
      <Icon of={icon} />
    </button>
  );
}
