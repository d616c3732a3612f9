// What people manage of themselves.

import { paths } from '../../../shared/api/paths.ts';
import type { User } from '../../../shared/api/session.ts';
import { choose, isDark, useAppearance } from '../../data/appearance.ts';
import { useOfficeName } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { LangSwitch } from '../../ui/Appearance.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { running } from '../../ui/Running.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import './account.css';
import { NameForm } from './NameForm.tsx';
import { OwnServicePanel } from './OwnServicePanel.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorPanel } from './SecondFactorPanel.tsx';
import { SessionList } from './SessionList.tsx';
import { TokenList } from './TokenList.tsx';

export function AccountPage({ query }: PageProps) {
  const { user } = useSession();
  const said = query.get('service');
  return user ? <Account key={user.username} user={user} said={said} /> : null;
}

interface AccountProps {
  readonly user: User;
  /** what came of adding the sign-in service; null: nothing was tried */
  readonly said: string | null;
}

function Account({ user, said }: AccountProps) {
  const { t, lang } = useI18n();
  const words = t.account;
  const sessions = useQuery(paths.ownSessions());
  const place = useScopeName(user.scope);
  const officeName = useOfficeName();
  const role = t.shell.roles[user.role];
  return (
    <div class="wrap page account-page">
      <PageHead
        title={<Phrases text={words.title(user.name)} />}
        text={words.belongs(role, officeName(user.office, lang), place)}
      />
      <div class="account-grid">
        <div>
          <section class="panel">
            <h2>{words.name.title}</h2>
            <p class="small muted">{running(words.username(user.username))}</p>
            <NameForm user={user} />
          </section>
          <section class="panel">
            <h2>{words.look.title}</h2>
            <p class="small muted">{running(words.look.why)}</p>
            <Look />
          </section>
          <PasswordPanel username={user.username} onChanged={sessions.refetch} />
          <OwnServicePanel said={said} />
          <section class="panel">
            <h2>{words.secondFactor.title}</h2>
            <p class="small muted">{running(words.secondFactor.why)}</p>
            <SecondFactorPanel />
          </section>
        </div>
        <div>
          <section class="panel">
            <h2>{words.sessions.title}</h2>
            <SessionList sessions={sessions} />
          </section>
          <section class="panel">
            <h2>{words.tokens.title}</h2>
            <p class="small muted">{running(words.tokens.why)}</p>
            <TokenList />
          </section>
        </div>
      </div>
    </div>
  );
}

interface PasswordPanelProps {
  readonly username: string;
  readonly onChanged: () => void;
}

/** Not for who signs in by the organisation's service alone: there is no old password to ask for. */
function PasswordPanel({ username, onChanged }: PasswordPanelProps) {
  const { t } = useI18n();
  const { ways } = useSession();
  const own = useQuery(ways.service ? paths.ownService() : null);
  if (ways.service && own.data?.hasPassword !== true) return null;
  const words = t.account.password;
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      <p class="small muted">{running(words.why)}</p>
      <PasswordForm username={username} onChanged={onChanged} />
    </section>
  );
}

function Look() {
  const { t } = useI18n();
  const { large } = useAppearance();
  const dark = isDark();
  return (
    <div class="look">
      <LangSwitch />
      <label>
        <input
          type="checkbox"
          checked={dark}
          onChange={() => choose({ theme: dark ? 'light' : 'dark' })}
        />
        {t.shell.darkMode}
      </label>
      <label>
        <input type="checkbox" checked={large} onChange={() => choose({ large: !large })} />
        {t.shell.largeText}
      </label>
    </div>
  );
}
