import { useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { mayEditPlan } from './project-address.ts';

/** The pages of the plan beside each other. */
export function PlanTabs() {
  const { t } = useI18n();
  const { user } = useSession();
  const at = location.hash.split('?')[0];
  const pages = [
    ['#/plan', t.shell.titles.planMatrix],
    ['#/plan/projects', t.shell.titles.projects],
    ...(user && mayEditPlan(user.role)
      ? [
          ['#/plan/link', t.shell.titles.linkIssues] as const,
          ['#/plan/rules', t.shell.titles.linkRules] as const,
        ]
      : []),
  ] as const;
  return (
    <Tabs
      label={t.shell.titles.planMatrix}
      links={pages.map(([href, text]) => ({ href, text, isCurrent: href === at }))}
    />
  );
}
