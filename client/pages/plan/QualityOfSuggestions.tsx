import type { LinkGroups } from '../../../shared/api/links.ts';
import { formatNumber, formatPercent } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { running } from '../../ui/Running.tsx';
import { useSubPlans } from './sub-plans.ts';

type Quality = NonNullable<LinkGroups['quality']>;

/** How far suggestions are to be trusted, measured on what people confirmed. */
export function QualityOfSuggestions({ of }: { readonly of: LinkGroups }) {
  const { t } = useI18n();
  const words = t.plan.link;
  const { quality, learning } = of;
  return (
    <section class="panel mt4">
      <h2>{words.quality}</h2>
      {learning && <p class="muted">{words.learning}</p>}
      {quality ? <Measured quality={quality} /> : <p>{running(words.unmeasured)}</p>}
    </section>
  );
}

function Measured({ quality }: { readonly quality: Quality }) {
  const { t } = useI18n();
  const { nameOf } = useSubPlans();
  const words = t.plan.link;
  const said = (share: number | null) => (share === null ? '–' : formatPercent(share, quality.n));
  const columns: TableColumn<Quality['subPlans'][number]>[] = [
    { key: 'name', head: t.plan.subPlan, cell: ({ subPlan }) => nameOf(subPlan) },
    { key: 'n', head: words.confirmed, numeric: true, cell: ({ n }) => formatNumber(n) },
    {
      key: 'found',
      head: words.found,
      numeric: true,
      cell: ({ n, found }) => (n === 0 ? '–' : formatPercent(found / n, n)),
    },
  ];
  return (
    <>
      <p>
        {words.measured(
          formatNumber(quality.n),
          said(quality.top1),
          said(quality.top3),
          said(quality.forced),
        )}
      </p>
      <details>
        <summary>{words.bySubPlan}</summary>
        <DataTable
          caption={words.bySubPlan}
          captionHidden
          columns={columns}
          rows={quality.subPlans}
          rowKey={({ subPlan }) => subPlan}
        />
      </details>
    </>
  );
}
