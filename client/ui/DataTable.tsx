import type { ComponentChildren } from 'preact';

export interface TableColumn<Row> {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly numeric?: boolean;
  /** not shown below 760 px */
  readonly wideOnly?: boolean;
  readonly cell: (row: Row, index: number) => ComponentChildren;
}

interface TableProps<Row> {
  readonly caption: string;
  /** the caption is read out but not seen, when a heading above says it */
  readonly captionHidden?: boolean;
  /** the first column names the row */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
}

/** At most 50 rows a page. Scrolls sideways in its own frame, never with the page. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table class="tbl">
        <caption class={captionHidden ? 'vh' : ''}>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={columnClass(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.key} scope="row" class={columnClass(column)}>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.key} class={columnClass(column)}>
                    {column.cell(row, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function columnClass(column: { numeric?: boolean; wideOnly?: boolean }): string {
  return [column.numeric && 'num', column.wideOnly && 'wide-only'].filter(Boolean).join(' ');
}
