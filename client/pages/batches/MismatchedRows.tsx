import type { InspectionProblem } from '../../../shared/batch/inspection.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { clip } from './batch-facts.ts';
import { memberOf } from './refusal-words.ts';
import type { FileRefusal } from './upload-steps.ts';

type Mismatch = Extract<InspectionProblem, { readonly type: 'header-mismatch' }>;

/** The first rows under the names of the header, so that a person sees where the values begin to stand under another's name. */
export function MismatchedRows({ refusal }: { readonly refusal: FileRefusal }) {
  const { t } = useI18n();
  const words = t.batches.refusals['header-mismatch'];
  // the reader's and the server's refusal have the same members
  const headers = memberOf(refusal, 'headers') as Mismatch['headers'] | undefined;
  const rows = memberOf(refusal, 'rows') as Mismatch['rows'] | undefined;
  if (!headers || !rows) return null;
  const columns = headers.map((header, index) => ({
    key: `${index}`,
    head: clip(header, 60),
    cell: ({ cells }: Mismatch['rows'][number]) => clip(cells[index] ?? '', 60),
  }));
  const line = {
    key: 'line',
    head: words.line,
    cell: (row: Mismatch['rows'][number]) => formatNumber(row.line),
  };
  return (
    <div class="panel mt4">
      <p>
        <b>{words.cells(headers.length, rows[0]?.cells.length ?? 0)}</b>
      </p>
      <DataTable
        caption={words.rows}
        columns={[line, ...columns]}
        rows={rows}
        rowKey={(row) => `${row.line}`}
      />
    </div>
  );
}
