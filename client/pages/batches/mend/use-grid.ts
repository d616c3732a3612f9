// Where a person is in the grid, and what the keys do there.
import { useEffect, useRef, useState } from 'preact/hooks';
import { firstRecords } from '../../../../shared/batch/record-reader.ts';
import { safeCell } from '../../../../shared/batch/row-cells.ts';
import type { CsvField } from '../../../../shared/survey/fields/names-in-files.ts';
import type { GridColumn, GridRow } from '../check/checking.ts';
import {
  applyChange,
  type MendDesk,
  readRows,
  redoChange,
  undoChange,
} from '../check/mend-desk.ts';
import type { Mended, Onwards } from './CellEditor.tsx';
import { nextBad } from './grid-marks.ts';

/** GridPlace among the rows that are shown, and among the columns. */
export interface GridPlace {
  readonly at: number;
  readonly column: number;
}

const mostPasted = 1000;
const lookedAt = 200;

export interface GridOf {
  readonly desk: MendDesk;
  readonly columns: readonly GridColumn[];
  readonly rowAt: (at: number) => GridRow | undefined;
  readonly rowsInView: number;
}

export function useGrid({ desk, columns, rowAt, rowsInView }: GridOf) {
  const [place, setPlace] = useState<GridPlace>({ at: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // other rows stand at these places now: what was begun in one is not to end in another
  useEffect(() => {
    setEditing(false);
    setPlace(({ column }) => ({ at: 0, column }));
  }, [desk.filter]);
  const go = (at: number, column: number) => {
    setEditing(false);
    setPlace({
      at: Math.max(Math.min(at, desk.total - 1), 0),
      column: Math.max(Math.min(column, columns.length - 1), 0),
    });
  };
  const toNextBad = async () => {
    const found = await findBad(place, desk.total, columns);
    if (found) go(found.at, found.column);
  };
  const row = rowAt(place.at);
  const leave = () => {
    if (!row) return;
    if (row.leftOut !== null) void applyChange({ leave: [{ row: row.row, reason: null }] });
    else setLeaving(row.row);
  };
  const edit = () => {
    if (row?.isWhole && row.leftOut === null) setEditing(true);
  };
  const done = ({ value, everywhere }: Mended, onwards: Onwards) => {
    const field = columns[place.column]?.field;
    if (row && field) void applyChange(changeOf(row, field, value, everywhere));
    go(place.at + (onwards === 'down' ? 1 : 0), place.column + (onwards === 'right' ? 1 : 0));
    box.current?.focus();
  };
  const acting = { place, go, edit, leave, toNextBad, page: rowsInView, total: desk.total };
  const onPaste = (event: ClipboardEvent) => {
    if (editing) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    void pasted(text, place, columns).then(applyChange);
  };
  const cancel = () => {
    setEditing(false);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => keyDown(event, acting);
  const shown = { place, editing, leaving, row, box };
  return { ...shown, go, edit, leave, done, cancel, onPaste, onKeyDown, setLeaving };
}

function keyDown(event: KeyboardEvent, acting: Acting): void {
  const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key}`;
  const act = keyActs(acting)[name];
  if (!act) return;
  event.preventDefault();
  act();
}

interface Acting {
  readonly place: GridPlace;
  readonly go: (at: number, column: number) => void;
  readonly edit: () => void;
  readonly leave: () => void;
  readonly toNextBad: () => Promise<void>;
  readonly page: number;
  readonly total: number;
}

function keyActs({ place: { at, column }, go, edit, leave, toNextBad, page, total }: Acting) {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(at + 1, column),
    ArrowUp: () => go(at - 1, column),
    ArrowRight: () => go(at, column + 1),
    ArrowLeft: () => go(at, column - 1),
    PageDown: () => go(at + page, column),
    PageUp: () => go(at - page, column),
    Home: () => go(at, 0),
    End: () => go(at, Number.POSITIVE_INFINITY),
    'Ctrl+Home': () => go(0, 0),
    'Ctrl+End': () => go(total - 1, column),
    'Ctrl+ArrowDown': () => void toNextBad(),
    Enter: edit,
    F2: edit,
    Delete: leave,
    'Ctrl+z': () => void undoChange(),
    'Ctrl+y': () => void redoChange(),
    'Ctrl+Z': () => void redoChange(),
  };
  return acts;
}

/** One cell, or every cell that says the same. */
function changeOf(row: GridRow, field: CsvField, value: string, everywhere: boolean) {
  const safe = safeCell(value);
  const alike = (row.alike as Readonly<Record<string, { value: string } | undefined>>)[field];
  return everywhere && alike
    ? { values: [{ field, of: alike.value, value: safe }] }
    : { cells: [{ row: row.row, field, value: safe }] };
}

async function findBad(
  { at, column }: GridPlace,
  total: number,
  columns: readonly GridColumn[],
): Promise<GridPlace | null> {
  for (let from = at; from < total; from += lookedAt) {
    const rows = await readRows(from, lookedAt);
    for (const [index, row] of rows.entries()) {
      const bad = nextBad(row, columns, from + index === at ? column + 1 : 0);
      if (bad >= 0) return { at: from + index, column: bad };
    }
  }
  return null;
}

/** A block of a spreadsheet, from the active cell on: as wide and long as there are columns and rows. */
async function pasted(text: string, { at, column }: GridPlace, columns: readonly GridColumn[]) {
  const block = firstRecords(text.replace(/\r\n?/g, '\n'), '\t', true, mostPasted);
  const rows = await readRows(at, block.length);
  const cells = rows.flatMap((row, index) =>
    row.isWhole && row.leftOut === null
      ? (block[index]?.cells ?? []).flatMap((value, across) => {
          const field = columns[column + across]?.field;
          return field ? [{ row: row.row, field, value: safeCell(value) }] : [];
        })
      : [],
  );
  return { cells };
}
