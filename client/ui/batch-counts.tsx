import type { Batch } from '../../shared/api/batches.ts';
import { rejectedRows } from '../data/batch-state.ts';
import { formatNumber } from '../i18n/format.ts';
import { BatchStateTag } from './BatchStateTag.tsx';
import type { TableColumn } from './DataTable.tsx';

type Heads = Readonly<Record<'accepted' | 'same' | 'toFix' | 'state', string>>;

/** The columns that every list of batches ends with: what became of the rows, and the state. */
export function batchCounts(heads: Heads): readonly TableColumn<Batch>[] {
  return [
    {
      key: 'accepted',
      head: heads.accepted,
      numeric: true,
      cell: (batch) => formatNumber(batch.counts.accepted),
    },
    {
      key: 'same',
      head: heads.same,
      numeric: true,
      wideOnly: true,
      cell: (batch) => formatNumber(batch.counts.same),
    },
    {
      key: 'toFix',
      head: heads.toFix,
      numeric: true,
      cell: (batch) => formatNumber(rejectedRows(batch).toFix),
    },
    {
      key: 'state',
      head: heads.state,
      wideOnly: true,
      cell: (batch) => <BatchStateTag batch={batch} />,
    },
  ];
}
