// Who I am, and what goes with it. On a phone the same menu also holds the pages.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { choose, isDark, useAppearance } from '../data/appearance.ts';
import { later, useLater } from '../data/later.ts';
import { useSession } from '../data/session.ts';
import { useI18n } from '../i18n/i18n.ts';
import { usePageAddress } from '../router.ts';
import { LangSwitch } from './Appearance.tsx';
import { Icon } from './Icon.tsx';
import { menu } from './icons.ts';
import { PartMissing } from './PartMissing.tsx';
import { ScopeName } from './ScopeName.tsx';

/** with what waits on this device: comes when the menu opens */
const signOut = later(() => import('./SignOut.tsx'));

interface AccountMenuProps {
  /** the links to the pages, shown here only on a phone */
  readonly children: ComponentChildren;
}

export function AccountMenu({ children }: AccountMenuProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const { open, setOpen, box } = usePopup();
  const out = useLater(open ? signOut : null);
  if (!user) return null;
  return (
    <div class="account" ref={box}>
      <button
        type="button"
        class="who"
        aria-expanded={open}
        aria-controls="account"
        onClick={() => setOpen(!open)}
      >
        <span class="who-name">
          {user.name}
          <small>
            {t.shell.roles[user.role]} · <ScopeName scope={user.scope} />
          </small>
        </span>
        <span class="who-icon">
          <Icon of={menu} />
        </span>
        <span class="vh">{t.shell.menu}</span>
      </button>
      <div id="account" class="pop" hidden={!open}>
        <p class="pop-who">
          <strong>{user.name}</strong>
          <small>
            {t.shell.roles[user.role]} · <ScopeName scope={user.scope} />
          </small>
        </p>
        <div class="pop-nav">{children}</div>
        <div class="pop-lang">
          <LangSwitch />
        </div>
        <Choices />
        <a class="pop-choice" href="#/me">
          {t.shell.account}
        </a>
        {out ? <out.SignOut username={user.username} /> : <PartMissing part={signOut} />}
      </div>
    </div>
  );
}

function Choices() {
  const { t } = useI18n();
  const { large } = useAppearance();
  const dark = isDark();
  return (
    <>
      <label class="pop-choice">
        <input type="checkbox" checked={large} onChange={() => choose({ large: !large })} />
        {t.shell.largeText}
      </label>
      <label class="pop-choice menu-only">
        <input
          type="checkbox"
          checked={dark}
          onChange={() => choose({ theme: dark ? 'light' : 'dark' })}
        />
        {t.shell.darkMode}
      </label>
    </>
  );
}

/** Closes on Escape, on a press elsewhere, and when another page is shown. */
function usePopup() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { address } = usePageAddress();
  // another page closes it
  useEffect(() => setOpen(false), [address]);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      // in a dialog it closes the dialog alone
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onPress);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onPress);
    };
  }, [open]);
  return { open, setOpen, box };
}
