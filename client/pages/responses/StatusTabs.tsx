import { useI18n } from '../../i18n/i18n.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { addressOfList } from './response-filters.ts';
import { type StatusView, statusViews, viewOf } from './status-views.ts';

interface StatusTabsProps {
  readonly filters: URLSearchParams;
  /** of review, in this round */
  readonly tiers: 0 | 1 | 2;
}

/** What counts, what waits, or what was decided; the other filters stay. */
export function StatusTabs({ filters, tiers }: StatusTabsProps) {
  const { t } = useI18n();
  const others = [...filters].filter(([name]) => name !== 'status');
  const addressOf = ({ statuses }: StatusView) =>
    addressOfList(new URLSearchParams([...others, ...statuses.map((one) => ['status', one])]));
  const asked = viewOf(filters, tiers)?.statuses.join();
  const links = statusViews(tiers).map((view) => ({
    href: `#${addressOf(view)}`,
    text: view.name(t),
    isCurrent: view.statuses.join() === asked,
  }));
  return <Tabs label={t.responses.byStatus} links={links} as="true" />;
}
