import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Tabs } from '../../ui/Tabs.tsx';

type Section = 'people' | 'offices' | 'reasons' | 'sign-in' | 'audit' | 'erase';

/** People, offices, how they sign in and the record, to whoever manages all of it; to an officer what is theirs of it. */
export function SectionTabs({ shown }: { readonly shown: Section }) {
  const { t } = useI18n();
  const { user } = useSession();
  if (user?.role !== 'officer' && user?.role !== 'administrator') return null;
  const { tabPeople, tabOffices, reasons, signIn, tabAudit, erasing } = t.people;
  const named: readonly (readonly [Section, string])[] =
    user.role === 'officer'
      ? [
          ['people', t.shell.nav.enumerators],
          ['reasons', reasons.tab],
        ]
      : [
          ['people', tabPeople],
          ['offices', tabOffices],
          ['reasons', reasons.tab],
          ['sign-in', signIn.tab],
          ['audit', tabAudit],
          ['erase', erasing.tab],
        ];
  const links = named.map(([section, text]) => ({
    href: `#/admin/${section}`,
    text,
    isCurrent: section === shown,
  }));
  return <Tabs label={t.people.sections} links={links} />;
}
