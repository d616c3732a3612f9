// More of a table is hidden until no small count of it is told by all lines together; lines looked at one by one do not show that.
import { bordered } from './suppress-table.ts';
import { type Cell, isComputable, isSameCell } from './suppression-audit.ts';

/**
 * Cells of the bordered table: `hidden`, and as many of its cells and row totals as let each small one be 5 or more and have five
 * possible values. What is hidden of the last row stays so, and all else of it is published: the column totals stand elsewhere.
 */
export function hideUntilSafe(
  table: readonly (readonly number[])[],
  hidden: readonly Cell[],
  threshold = 5,
): readonly Cell[] {
  const full = bordered(table);
  const at = ([row, column]: Cell) => full[row]?.[column] ?? 0;
  const found = [...hidden];
  const isSmall = (cell: Cell) => at(cell) > 0 && at(cell) < threshold;
  // hiding more never narrows what a cell may be, so each is looked at until it is safe, and not again
  for (const cell of hidden.filter((one) => one[0] < table.length && isSmall(one))) {
    while (isComputable(full, found, cell, threshold)) {
      const more = nextBeside(cell, full, found);
      if (more === undefined) break;
      found.push(more);
    }
  }
  return found;
}

/** In its row or column before elsewhere, cells before totals, some before none, the smallest first. */
function nextBeside(
  [row, column]: Cell,
  full: readonly (readonly number[])[],
  hidden: readonly Cell[],
): Cell | undefined {
  const last = (full[0]?.length ?? 0) - 1;
  const cost = ([i, j]: Cell) => {
    const value = full[i]?.[j] ?? 0;
    const isBeside = i === row || j === column;
    return (
      (j === last ? 4e15 : 0) +
      (value === 0 ? 2e15 : 0) +
      (isBeside ? 0 : 1e15) +
      Math.min(value, 9e14)
    );
  };
  const open = full
    .slice(0, -1)
    .flatMap((line, i) => line.map((_, j): Cell => [i, j]))
    .filter((cell) => !hidden.some(isSameCell(cell)));
  return open.toSorted((a, b) => cost(a) - cost(b))[0];
}
