import type { Batch } from '../../../shared/api/batches.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { BatchStateTag } from '../../ui/BatchStateTag.tsx';
import { batchCounts } from '../../ui/batch-counts.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';

const shown = 5;

export function LatestBatches({ batches }: { readonly batches: readonly Batch[] }) {
  const { t } = useI18n();
  const words = t.home.latest;
  return (
    <section class="mt6">
      <h2 class="sub-head">{words.title}</h2>
      {batches.length === 0 && <p class="muted mt2">{words.none}</p>}
      {batches.length > 0 && (
        <>
          <DataTable
            caption={words.title}
            captionHidden
            rows={batches.slice(0, shown)}
            rowKey={(batch) => batch.id}
            columns={columnsOf(words)}
          />
          <p class="small mt2">
            <a href="#/batches">{words.all}</a>
          </p>
        </>
      )}
    </section>
  );
}

function columnsOf(words: Messages['home']['latest']): readonly TableColumn<Batch>[] {
  return [
    {
      key: 'file',
      head: words.file,
      cell: (batch) => (
        <>
          <a href={`#/batches/${batch.id}`}>{batch.name}</a>
          <span class="phone-only">
            <br />
            <BatchStateTag batch={batch} />
          </span>
        </>
      ),
    },
    { key: 'receipt', head: words.receipt, wideOnly: true, cell: (batch) => batch.receipt },
    ...batchCounts(words),
  ];
}
