// Around every page but signing in: skip link, demonstration banner, top bar, content.
import type { ComponentChildren } from 'preact';
import { useSession } from '../data/session.ts';
import { useI18n } from '../i18n/i18n.ts';
import { Announcer } from './Announcer.tsx';
import { Running, running } from './Running.tsx';
import { TopBar } from './TopBar.tsx';

interface LayoutProps {
  readonly path: string;
  /** under the top bar */
  readonly bar?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Layout({ path, bar, children }: LayoutProps) {
  const { t } = useI18n();
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a link within the page; only the jump is made by hand */}
      <a class="skip" href="#main" onClick={skip}>
        {t.shell.skip}
      </a>
      <DemoBanner />
      <TopBar path={path} />
      {bar}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
    </>
  );
}

/** The address behind `#` is the page, so the jump is ours to make. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** Said on every page while the data are invented. */
export function DemoBanner() {
  const { t } = useI18n();
  const { demo } = useSession();
  if (!demo) return null;
  return (
    <aside class="demo" aria-label={t.shell.demo}>
      <strong>{t.shell.demo}</strong> <span>{t.shell.demoWhy}</span>
    </aside>
  );
}

interface PageHeadProps {
  readonly title: ComponentChildren;
  readonly text?: ComponentChildren;
  /** above the title: the way back */
  readonly crumb?: ComponentChildren;
  /** at the right: the page's actions */
  readonly children?: ComponentChildren;
}

/** What a page that is a form or a list opens with. */
export function PageHead({ title, text, crumb, children }: PageHeadProps) {
  return (
    <header class="pagehead">
      <div>
        {crumb && <p class="crumb">{crumb}</p>}
        <h1>{title}</h1>
        {text && <p class="muted">{running(text)}</p>}
      </div>
      {children}
    </header>
  );
}

/** A line that breaks where a reader pauses: between its phrases, which stand apart by spaces. */
export function Phrases({ text }: { readonly text: string }) {
  const phrases = text.split(' ');
  return (
    <>
      {phrases.map((phrase, index) => (
        <>
          {index > 0 && ' '}
          <span class="ph">
            <Running text={phrase} />
          </span>
        </>
      ))}
    </>
  );
}
