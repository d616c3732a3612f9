import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';

interface SectionTabsProps {
  readonly shown: 'people' | 'offices' | 'reasons' | 'signIn' | 'audit' | 'erase';
}

/** People, offices, how they sign in and the record, to whoever manages all of it; to an officer what is theirs of it. */
export function SectionTabs({ shown }: SectionTabsProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const current = (one: typeof shown) => (one === shown ? 'page' : undefined);
  if (user?.role === 'officer')
    return (
      <nav class="tabs" aria-label={t.people.sections}>
        <a href="#/admin/people" aria-current={current('people')}>
          {t.shell.nav.enumerators}
        </a>
        <a href="#/admin/reasons" aria-current={current('reasons')}>
          {t.people.reasons.tab}
        </a>
      </nav>
    );
  if (user?.role !== 'administrator') return null;
  return (
    <nav class="tabs" aria-label={t.people.sections}>
      <a href="#/admin/people" aria-current={current('people')}>
        {t.people.tabPeople}
      </a>
      <a href="#/admin/offices" aria-current={current('offices')}>
        {t.people.tabOffices}
      </a>
      <a href="#/admin/reasons" aria-current={current('reasons')}>
        {t.people.reasons.tab}
      </a>
      <a href="#/admin/sign-in" aria-current={current('signIn')}>
        {t.people.signIn.tab}
      </a>
      <a href="#/admin/audit" aria-current={current('audit')}>
        {t.people.tabAudit}
      </a>
      <a href="#/admin/erase" aria-current={current('erase')}>
        {t.people.erasing.tab}
      </a>
    </nav>
  );
}
