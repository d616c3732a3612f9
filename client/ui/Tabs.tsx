import { useEffect, useRef } from 'preact/hooks';

export interface TabLink {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
}

interface TabsProps {
  readonly label: string;
  readonly links: readonly TabLink[];
  /** what `aria-current` says of the one that is shown */
  readonly as?: 'page' | 'true';
}

/** Pages beside each other, in one row: where they do not fit it is scrolled sideways, and begins at the one that is shown. */
export function Tabs({ label, links, as = 'page' }: TabsProps) {
  const row = useRef<HTMLElement>(null);
  const at = links.findIndex(({ isCurrent }) => isCurrent);
  useEffect(() => {
    const shown = row.current?.children[at];
    if (!(shown instanceof HTMLElement) || !row.current) return;
    row.current.scrollLeft = shown.offsetLeft - (row.current.clientWidth - shown.offsetWidth) / 2;
  }, [at]);
  return (
    <nav class="tabs" aria-label={label} ref={row}>
      {links.map(({ href, text, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? as : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
