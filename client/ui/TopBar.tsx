import type { Role } from '../../shared/api/session.ts';
import { useSession } from '../data/session.ts';
import { useI18n } from '../i18n/i18n.ts';
import type { Messages } from '../i18n/messages.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { LangSwitch, ThemeSwitch } from './Appearance.tsx';
import { useFieldBarWords } from './field-bar.ts';
import { Icon } from './Icon.tsx';
import { chevronLeft } from './icons.ts';
import { Logo } from './Logo.tsx';
import { OutboxCorner } from './OutboxCorner.tsx';

interface NavLink {
  readonly to: string;
  readonly word: keyof Messages['shell']['nav'];
  /** addresses that belong to it */
  readonly within: string;
}

const home: NavLink = { to: '/home', word: 'home', within: '/home' };
const collect: NavLink = { to: '/collect', word: 'collect', within: '/collect' };
const outbox: NavLink = { to: '/outbox', word: 'outbox', within: '/outbox' };
const batches: NavLink = { to: '/batches', word: 'batches', within: '/batches' };
const review: NavLink = { to: '/review', word: 'review', within: '/review' };
const voices: NavLink = { to: '/responses', word: 'responses', within: '/responses' };
const people: NavLink = { to: '/admin/people', word: 'people', within: '/admin' };
const rounds: NavLink = { to: '/admin/rounds', word: 'rounds', within: '/admin/rounds' };
const plan: NavLink = { to: '/plan', word: 'plan', within: '/plan' };
/** those of the own office */
const enumerators: NavLink = { to: '/admin/people', word: 'enumerators', within: '/admin' };
const dashboard: NavLink = { to: '/', word: 'dashboard', within: '/' };

const navOf: Readonly<Record<Role, readonly NavLink[]>> = {
  enumerator: [home, collect, outbox],
  officer: [home, batches, review, dashboard, plan, enumerators],
  planner: [home, dashboard, voices, plan],
  administrator: [home, batches, review, dashboard, plan, rounds, people],
};

/** pages that are worked on in the field */
const fieldPages: Readonly<Record<string, 'collect' | 'outbox'>> = {
  '/collect': 'collect',
  '/outbox': 'outbox',
};

export function TopBar({ path }: { readonly path: string }) {
  const { t } = useI18n();
  const { user } = useSession();
  const links = user ? navOf[user.role] : [];
  const fieldPage = fieldPages[path];
  const isInField = user?.role === 'enumerator' || fieldPage !== undefined;
  const nav = (
    <nav class="nav" aria-label={t.shell.mainMenu}>
      {links.map(({ to, word, within }) => (
        <a
          key={word}
          href={`#${to}`}
          aria-current={isCurrent(path, within, links) ? 'page' : undefined}
        >
          {t.shell.nav[word]}
        </a>
      ))}
    </nav>
  );
  return (
    <header class={fieldPage ? 'top one-bar' : 'top'}>
      <div class={path === '/' ? 'wrap' : 'wrap narrow'}>
        {fieldPage && <FieldHead name={t.shell.titles[fieldPage]} />}
        <a class="brand" href={user ? '#/home' : '#/signin'}>
          <Logo />
          <span>{t.shell.name}</span>
        </a>
        <div class="nav-wide">{nav}</div>
        <div class="tools">
          {isInField && <OutboxCorner />}
          <LangSwitch />
          <ThemeSwitch />
          <AccountMenu>{nav}</AccountMenu>
        </div>
      </div>
    </header>
  );
}

/** On a phone, in place of the mark: the way home, the page, and what it says of itself. */
function FieldHead({ name }: { readonly name: string }) {
  const { t } = useI18n();
  const words = useFieldBarWords();
  return (
    <div class="field-head">
      <a class="iconbtn" href="#/home" aria-label={t.shell.toHome}>
        <Icon of={chevronLeft} />
      </a>
      <p>
        <span>{words?.title ?? name}</span>
        {words && <small class={words.failed ? 'failed' : ''}>{words.note}</small>}
      </p>
    </div>
  );
}

/** Of two that it is within, the nearer one. */
function isCurrent(path: string, within: string, links: readonly NavLink[]): boolean {
  const around = links.filter((link) => isWithin(path, link.within));
  return isWithin(path, within) && around.every((link) => link.within.length <= within.length);
}

function isWithin(path: string, within: string): boolean {
  return path === within || (within !== '/' && path.startsWith(`${within}/`));
}
