import { Icon, type IconShapes } from '../../ui/Icon.tsx';
import { chevronRight } from '../../ui/icons.ts';
import { Phrases } from '../../ui/Layout.tsx';
import { running } from '../../ui/Running.tsx';

interface BigLinkProps {
  readonly icon: IconShapes;
  readonly href: string;
  readonly title: string;
  readonly text?: string;
  /** the one next step */
  readonly main?: boolean;
  readonly tone?: 'error';
}

/** A target for a thumb. */
export function BigLink({ icon, href, title, text, main, tone }: BigLinkProps) {
  return (
    <a class={['big', !main && 'alt', tone].filter(Boolean).join(' ')} href={href}>
      <Icon of={icon} />
      <span>
        <Phrases text={title} />
        {text && <small>{running(text)}</small>}
      </span>
      <Icon of={chevronRight} />
    </a>
  );
}
