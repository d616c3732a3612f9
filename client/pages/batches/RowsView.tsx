// The rows themselves: a grid where there is room, cards on a phone. Cells are text, whatever stands in them.
import type { Batch, BatchRow, RowOutcome } from '../../../shared/api/batches.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { phoneWidth, useMedia } from '../../ui/use-media.ts';
import { clip } from './batch-facts.ts';
import { RowReasons } from './RowReasons.tsx';
import { markOf, type ShownColumn, shownColumns } from './row-view.ts';

interface RowsViewProps {
  readonly batch: Batch;
  readonly outcome: RowOutcome;
  readonly rows: readonly BatchRow[];
}

/** Longer cells are cut in the grid; the whole row can be opened. */
const cellLimit = 160;

export function RowsView(props: RowsViewProps) {
  const isPhone = useMedia(phoneWidth);
  const columns = shownColumns(props.batch.mapping, props.rows);
  return isPhone ? <Cards {...props} columns={columns} /> : <Grid {...props} columns={columns} />;
}

interface WithColumns extends RowsViewProps {
  readonly columns: readonly ShownColumn[];
}

function Grid({ batch, outcome, rows, columns }: WithColumns) {
  const { t } = useI18n();
  const words = t.batches.result;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={words.scrollable}>
      <table class="gridt">
        <caption class="vh">{words.captions[outcome]}</caption>
        <GridHead columns={columns} />
        {rows.map((row) => (
          <tbody key={row.row}>
            <tr>
              <th scope="row" class="rn">
                {formatNumber(row.row)}
              </th>
              <td class="rn">{formatNumber(row.line)}</td>
              {columns.map((column) => (
                <GridCell key={column.header} row={row} column={column} />
              ))}
            </tr>
            <tr class="why">
              <td class="rn" colSpan={2} />
              <td colSpan={Math.max(columns.length, 1)}>
                <RowReasons batch={batch} row={row} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </section>
  );
}

function GridHead({ columns }: Pick<WithColumns, 'columns'>) {
  const { t } = useI18n();
  const words = t.batches.result;
  return (
    <thead>
      <tr>
        <th scope="col" class="num">
          {words.row}
        </th>
        <th scope="col" class="num">
          {words.line}
        </th>
        {columns.map(({ header, field }) => (
          <th key={header} scope="col" class={field === 'affected' ? 'num' : ''}>
            {header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps {
  readonly row: BatchRow;
  readonly column: ShownColumn;
}

function GridCell({ row, column: { header, field } }: CellProps) {
  const classes = [markOf(row, header), field === 'affected' && 'num', `f-${field}`];
  return (
    <td class={classes.filter(Boolean).join(' ')}>
      <CellText row={row} header={header} />
    </td>
  );
}

function CellText({ row, header }: { readonly row: BatchRow; readonly header: string }) {
  const { t } = useI18n();
  const cell = row.cells[header];
  if (cell?.trim()) return <>{clip(cell, cellLimit)}</>;
  const mark = markOf(row, header);
  if (mark === null) return null;
  return (
    <span class={`nothing ${mark}`}>
      {cell === undefined ? t.batches.result.absent : t.batches.result.empty}
    </span>
  );
}

function Cards({ batch, outcome, rows, columns }: WithColumns) {
  const { t } = useI18n();
  const words = t.batches.result;
  return (
    <ul class="row-cards" aria-label={words.captions[outcome]}>
      {rows.map((row) => (
        <li key={row.row}>
          <p class="rn">
            <b>
              {words.row} {formatNumber(row.row)}
            </b>{' '}
            · {words.line} {formatNumber(row.line)}
          </p>
          <dl class="cells">
            {columns
              .filter((column) => isTelling(row, column))
              .map(({ header }) => (
                <div key={header} class={markOf(row, header) ?? ''}>
                  <dt>{header}</dt>
                  <dd>
                    <CellText row={row} header={header} />
                  </dd>
                </div>
              ))}
          </dl>
          <RowReasons batch={batch} row={row} />
        </li>
      ))}
    </ul>
  );
}

/** On a phone a row that was taken is told by its title and by what it was stored as; the other cells are a press away. */
function isTelling(row: BatchRow, { header, field }: ShownColumn): boolean {
  if (markOf(row, header) !== null) return true;
  const isTaken = row.outcome === 'accept' || row.outcome === 'same';
  return Boolean(row.cells[header]?.trim()) && (!isTaken || field === 'title' || field === '');
}
