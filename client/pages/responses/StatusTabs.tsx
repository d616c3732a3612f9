import { statuses } from '../../../shared/api/responses.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { addressOfList } from './response-filters.ts';

/** What counts, or one state of review; the other filters stay. */
export function StatusTabs({ filters }: { readonly filters: URLSearchParams }) {
  const { t } = useI18n();
  const chosen = filters.getAll('status');
  const others = new URLSearchParams([...filters].filter(([name]) => name !== 'status'));
  const withStatus = (status: string) => {
    const query = new URLSearchParams(others);
    query.set('status', status);
    return addressOfList(query);
  };
  return (
    <nav class="tabs" aria-label={t.responses.byStatus}>
      <a href={`#${addressOfList(others)}`} aria-current={chosen.length === 0 ? 'true' : undefined}>
        {t.responses.counted}
      </a>
      {statuses.map((status) => (
        <a
          key={status}
          href={`#${withStatus(status)}`}
          aria-current={chosen.includes(status) ? 'true' : undefined}
        >
          {t.common.statuses[status]}
        </a>
      ))}
    </nav>
  );
}
