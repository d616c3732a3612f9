// Arrow keys in a table: its links and buttons are one focus stop together.

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function stopIn(cell: Element | undefined): HTMLElement | null {
  return cell?.querySelector<HTMLElement>('a[href], button') ?? null;
}

/** Moves the focus to the next cell that can take it; Home and End go to the ends of the row. */
export function moveInGrid(table: HTMLTableElement, event: KeyboardEvent): void {
  const here = (event.target as Element).closest('th, td');
  const row = here?.closest('tr');
  if (!here || !row) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const cells = [...row.cells];
  const ends: Record<string, Element[]> = { Home: cells, End: cells.toReversed() };
  const end = ends[event.key]?.find((cell) => stopIn(cell) !== null);
  const move = moves[event.key];
  if (end === undefined && move === undefined) return;
  event.preventDefault();
  const column = cells.indexOf(here as HTMLTableCellElement);
  focusOn(table, end ? stopIn(end) : next(rows, rows.indexOf(row), column, move ?? [0, 0]));
}

function next(
  rows: readonly HTMLTableRowElement[],
  row: number,
  column: number,
  [down, right]: readonly [number, number],
): HTMLElement | null {
  let [r, c] = [row + down, column + right];
  while (rows[r] && (down !== 0 || rows[r]?.cells[c])) {
    const stop = stopIn(rows[r]?.cells[c]);
    if (stop) return stop;
    [r, c] = [r + down, c + right];
  }
  return null;
}

function focusOn(table: HTMLTableElement, stop: HTMLElement | null): void {
  if (stop === null) return;
  makeOnlyStop(table, stop);
  stop.focus();
}

/** The Tab key comes to this one and leaves the table from it. */
function makeOnlyStop(table: HTMLTableElement, stop: HTMLElement): void {
  for (const other of table.querySelectorAll<HTMLElement>('a[href], button')) {
    other.tabIndex = other === stop ? 0 : -1;
  }
}

/** New rows bring no stop of their own: there is always exactly one. */
export function keepOneStop(table: HTMLTableElement): void {
  const stops = [...table.querySelectorAll<HTMLElement>('a[href], button')];
  const stop = stops.find((one) => one.tabIndex === 0) ?? stops[0];
  if (stop) makeOnlyStop(table, stop);
}

/** Also what was clicked is where the Tab key comes back to. */
export function stopAtFocus(table: HTMLTableElement, event: FocusEvent): void {
  const stop = (event.target as Element).closest<HTMLElement>('a[href], button');
  if (stop) makeOnlyStop(table, stop);
}
