// What can be computed of hidden cells from everything that is published of their table.

export type Cell = readonly [row: number, column: number];

export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly min: number;
  /** null = nothing published bounds it */
  readonly max: number | null;
}

export const isSameCell =
  ([row, column]: Cell) =>
  ([i, j]: Cell): boolean =>
    i === row && j === column;

/**
 * Of some hidden cells, the least and most they could be: over all tables without negative counts that agree with what is
 * published. `full` is bordered by its totals. Every cell is an arc between the line of its row and that of its column, which
 * may rise without limit and fall by its value, so the answers are largest flows. Cox 1995.
 */
export function rangesOf(
  full: readonly (readonly number[])[],
  hidden: readonly Cell[],
  wanted: readonly Cell[] = hidden,
): CellRange[] {
  return wanted.map((cell) => {
    const [row, column] = cell;
    const value = full[row]?.[column] ?? 0;
    const others = hidden.filter((one) => !isSameCell(cell)(one));
    const { tail, head } = arcOf(cell, full);
    const rise = largestFlow(full, others, head, tail);
    const fall = largestFlow(full, others, tail, head);
    return {
      row,
      column,
      min: value - Math.min(value, fall),
      max: rise === Number.POSITIVE_INFINITY ? null : value + rise,
    };
  });
}

/** What is published leaves a hidden count too few values, or none of `threshold` and more. */
export function isComputable(
  full: readonly (readonly number[])[],
  hidden: readonly Cell[],
  cell: Cell,
  threshold: number,
): boolean {
  const [range] = rangesOf(full, hidden, [cell]);
  if (range === undefined || range.max === null) return false;
  return range.max < threshold || range.max - range.min < threshold - 1;
}

/** Inner cells and the corner run from the line of their row to that of their column, totals back: then all lines balance. */
function arcOf([row, column]: Cell, full: readonly (readonly number[])[]) {
  const rows = full.length;
  const isLastRow = row === rows - 1;
  const isLastColumn = column === (full[0]?.length ?? 0) - 1;
  return isLastRow === isLastColumn
    ? { tail: row, head: rows + column }
    : { tail: rows + column, head: row };
}

/** Along shortest ways with room left. Edmonds & Karp 1972. */
function largestFlow(
  full: readonly (readonly number[])[],
  hidden: readonly Cell[],
  from: number,
  to: number,
): number {
  const lines = full.length + (full[0]?.length ?? 0);
  const room = Array.from({ length: lines }, () => new Array<number>(lines).fill(0));
  const give = (a: number, b: number, by: number) => {
    const row = room[a];
    if (row) row[b] = (row[b] ?? 0) + by;
  };
  for (const cell of hidden) {
    const { tail, head } = arcOf(cell, full);
    give(tail, head, Number.POSITIVE_INFINITY);
    give(head, tail, full[cell[0]]?.[cell[1]] ?? 0);
  }
  let flow = 0;
  for (let way = shortestWay(room, from, to); way !== null; way = shortestWay(room, from, to)) {
    const least = Math.min(...way.map(([a, b]) => room[a]?.[b] ?? 0));
    if (least === Number.POSITIVE_INFINITY) return least;
    for (const [a, b] of way) {
      give(a, b, -least);
      give(b, a, least);
    }
    flow += least;
  }
  return flow;
}

function shortestWay(
  room: readonly (readonly number[])[],
  from: number,
  to: number,
): (readonly [number, number])[] | null {
  const before = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (const line of queue) {
    for (const [next, left] of (room[line] ?? []).entries()) {
      if (left <= 0 || before.has(next)) continue;
      before.set(next, line);
      queue.push(next);
    }
    if (before.has(to)) break;
  }
  if (!before.has(to)) return null;
  const way: (readonly [number, number])[] = [];
  for (let line = to; line !== from; line = before.get(line) ?? from)
    way.unshift([before.get(line) ?? from, line]);
  return way;
}
