import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusOn } from '../focus-led.ts';
import { Icon, type IconShapes } from './Icon.tsx';
import { circleAlert, circleCheck, cloudOff, smartphone, triangleAlert } from './icons.ts';
import { running } from './Running.tsx';

export type NoticeKind = 'ok' | 'warning' | 'error' | 'offline';

const icons: Readonly<Record<NoticeKind, IconShapes>> = {
  ok: circleCheck,
  warning: triangleAlert,
  error: circleAlert,
  offline: smartphone,
};

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string;
  /** read out when it appears: `error` at once, the others politely */
  readonly live?: boolean;
  /** an act has brought it: it takes the focus as it appears, and the keyboard goes on from there */
  readonly takesFocus?: boolean;
  readonly children?: ComponentChildren;
}

/** A message that stays where it is: edge, icon, words. */
export function Notice({ kind, title, live, takesFocus = false, children }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) focusOn(box.current);
  }, []);
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div class={`msg ${kind}`} role={role} ref={box}>
      <Icon of={icons[kind]} />
      <div>
        {title && <strong class="msg-title">{running(title)}</strong>}
        {running(children)}
      </div>
    </div>
  );
}

/** One word about a state, beside a line: sent, waiting, to be fixed. */
export function Tag({ kind, icon, children }: NoticeProps & { readonly icon?: IconShapes }) {
  return (
    <span class={`tag ${kind}`}>
      <Icon of={icon ?? (kind === 'offline' ? cloudOff : icons[kind])} />
      <span>{children}</span>
    </span>
  );
}
