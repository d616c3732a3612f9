import { useI18n } from '../../i18n/i18n.ts';
import { addressOfList } from './response-filters.ts';
import { type StatusView, statusViews, viewOf } from './status-views.ts';

/** What counts, what waits, or what was decided; the other filters stay. */
export function StatusTabs({ filters }: { readonly filters: URLSearchParams }) {
  const { t } = useI18n();
  const others = [...filters].filter(([name]) => name !== 'status');
  const addressOf = ({ statuses }: StatusView) =>
    addressOfList(new URLSearchParams([...others, ...statuses.map((one) => ['status', one])]));
  const shown = viewOf(filters);
  return (
    <nav class="tabs" aria-label={t.responses.byStatus}>
      {statusViews.map((view) => (
        <a
          key={view.statuses.join()}
          href={`#${addressOf(view)}`}
          aria-current={view === shown ? 'true' : undefined}
        >
          {view.name(t)}
        </a>
      ))}
    </nav>
  );
}
