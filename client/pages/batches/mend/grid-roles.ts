// Roles of a grid on elements that are no table: of a hundred thousand rows some twenty are ever in the page, and a table would lay
// out anew at every scroll. The focus stays on the grid, which names its active cell (`aria-activedescendant`); a press on a cell
// only does what the keys of the grid do.

interface Grid {
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  readonly active: string | undefined;
  readonly onScroll: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export const asGrid = ({ label, rows, columns, active, ...acts }: Grid) =>
  ({
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': rows,
    'aria-colcount': columns,
    'aria-activedescendant': active,
    ...acts,
  }) as const;

/** `index`: from 1, the head included */
export const asRow = (index: number, isBusy = false) =>
  ({ role: 'row', 'aria-rowindex': index, 'aria-busy': isBusy || undefined }) as const;

interface Cell {
  readonly id: string;
  /** from 1, the number of the row included */
  readonly index: number;
  readonly isWrong: boolean;
  readonly onClick: () => void;
}

export const asCell = ({ id, index, isWrong, onClick }: Cell) =>
  ({
    role: 'gridcell',
    id,
    'aria-colindex': index,
    'aria-invalid': isWrong || undefined,
    onClick,
  }) as const;

export const asText = { role: 'gridcell' } as const;
export const asRowHead = { role: 'rowheader' } as const;
export const asColumnHead = { role: 'columnheader' } as const;
export const asRows = { role: 'rowgroup' } as const;

export const asList = (id: string, label: string) =>
  ({ role: 'listbox', id, 'aria-label': label }) as const;

export const asOption = (id: string, isPicked: boolean, onClick: () => void) =>
  ({ role: 'option', tabIndex: -1, id, 'aria-selected': isPicked, onClick }) as const;
