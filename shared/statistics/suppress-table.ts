// A table whose small counts nobody can compute from what is published of it: some more are hidden, until an audit passes.
import { type Cell, isComputable, isSameCell } from './suppression-audit.ts';

export interface SuppressedTable {
  /** with the row totals as last column and the column totals as last row; null = hidden */
  readonly published: readonly (readonly (number | null)[])[];
  /** how many had to be hidden for their own sake */
  readonly primary: number;
  readonly hidden: number;
  readonly safe: boolean;
}

/**
 * Hides counts from 1 up to below the threshold, in cells and totals alike, and as few others as let each of them be
 * `threshold` or more and have that many possible values. Cox 1980, 1995; Hundepool et al. 2012, ch. 4.
 */
export function suppressTable(
  table: readonly (readonly number[])[],
  threshold = 5,
): SuppressedTable {
  const full = bordered(table);
  const pattern = new Pattern(full, threshold);
  const total = full.at(-1)?.at(-1) ?? 0;
  if (total < threshold) pattern.hideEverything();
  else {
    pattern.hideEnough();
    pattern.showWhatNeedNotHide();
  }
  const { hidden, primary } = pattern;
  return {
    published: full.map((row, i) =>
      row.map((value, j) => (hidden.some(isSameCell([i, j])) ? null : value)),
    ),
    primary: primary.length,
    hidden: hidden.length,
    safe: total < threshold || pattern.firstUnsafe() === undefined,
  };
}

/** The table with its row totals as last column and its column totals as last row. */
export function bordered(table: readonly (readonly number[])[]): number[][] {
  const rows = table.map((row) => [...row, sum(row)]);
  const columns = (rows[0] ?? []).map((_, j) => sum(rows.map((row) => row[j] ?? 0)));
  return [...rows, columns];
}

class Pattern {
  hidden: Cell[];
  readonly primary: readonly Cell[];
  readonly #full: readonly (readonly number[])[];
  readonly #threshold: number;
  readonly #cells: readonly Cell[];

  constructor(full: readonly (readonly number[])[], threshold: number) {
    this.#full = full;
    this.#threshold = threshold;
    this.#cells = full.flatMap((row, i) => row.map((_, j): Cell => [i, j]));
    this.primary = this.#cells.filter((cell) => this.#at(cell) > 0 && this.#at(cell) < threshold);
    this.hidden = [...this.primary];
  }

  hideEverything(): void {
    this.hidden = [...this.#cells];
  }

  /** each round hides one more, so it ends */
  hideEnough(): void {
    for (let more = this.#next(); more !== undefined; more = this.#next()) this.hidden.push(more);
  }

  /** totals first, since they are what people ask for, then the largest */
  showWhatNeedNotHide(): void {
    const others = this.hidden
      .filter((cell) => !this.primary.some(isSameCell(cell)))
      .toSorted(
        (a, b) =>
          Number(this.#isTotal(b)) - Number(this.#isTotal(a)) ||
          this.#at(b) - this.#at(a) ||
          inOrder(a, b),
      );
    for (const cell of others) {
      const before = this.hidden;
      this.hidden = before.filter((one) => !isSameCell(cell)(one));
      if (this.firstUnsafe() !== undefined) this.hidden = before;
    }
  }

  /** the first small count that what is published still tells too much of */
  firstUnsafe(): Cell | undefined {
    return this.primary.find((cell) =>
      isComputable(this.#full, this.hidden, cell, this.#threshold),
    );
  }

  #next(): Cell | undefined {
    return this.#besideLone() ?? this.#besideUnsafe();
  }

  #besideLone(): Cell | undefined {
    for (const line of this.#lines()) {
      if (line.filter((cell) => this.#isHidden(cell)).length !== 1) continue;
      const partner = this.#bestOf(line);
      if (partner !== undefined) return partner;
    }
    return undefined;
  }

  #besideUnsafe(): Cell | undefined {
    const unsafe = this.firstUnsafe();
    if (unsafe === undefined) return undefined;
    const [row, column] = unsafe;
    const smallest = (cells: readonly Cell[]) =>
      cells
        .filter((cell) => !this.#isHidden(cell) && !this.#isCorner(cell))
        .toSorted((a, b) => this.#at(a) - this.#at(b) || inOrder(a, b))[0];
    const inner = this.#cells.filter((cell) => !this.#isTotal(cell));
    return (
      this.#bestOf(this.#cells.filter(([i]) => i === row)) ??
      this.#bestOf(this.#cells.filter(([, j]) => j === column)) ??
      smallest(inner.filter((cell) => this.#at(cell) > 0)) ??
      // with all but the corner hidden, every cell could be as many as all together
      smallest(this.#cells)
    );
  }

  #lines(): Cell[][] {
    const rows = this.#full.map((_, row) => this.#cells.filter(([i]) => i === row));
    const columns = (this.#full[0] ?? []).map((_, column) =>
      this.#cells.filter(([, j]) => j === column),
    );
    return [...rows, ...columns];
  }

  /** inner before total, non-zero before zero, where the crossing line hides something already, smallest, first */
  #bestOf(line: readonly Cell[]): Cell | undefined {
    const isRow = line.every(([row]) => row === line[0]?.[0]);
    const crossesNone = ([row, column]: Cell) =>
      !this.hidden.some(([i, j]) => (isRow ? j === column : i === row));
    const rank = (cell: Cell) => [
      Number(this.#isTotal(cell)),
      Number(this.#at(cell) === 0),
      Number(crossesNone(cell)),
      this.#at(cell),
    ];
    return line
      .filter((cell) => !this.#isHidden(cell) && !this.#isCorner(cell))
      .toSorted((a, b) => compareRanks(rank(a), rank(b)) || inOrder(a, b))[0];
  }

  #at([row, column]: Cell): number {
    return this.#full[row]?.[column] ?? 0;
  }

  #isHidden(cell: Cell): boolean {
    return this.hidden.some(isSameCell(cell));
  }

  #isTotal([row, column]: Cell): boolean {
    return row === this.#full.length - 1 || column === (this.#full[0]?.length ?? 0) - 1;
  }

  #isCorner([row, column]: Cell): boolean {
    return row === this.#full.length - 1 && column === (this.#full[0]?.length ?? 0) - 1;
  }
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((one, index) => one - (b[index] ?? 0)).find((by) => by !== 0) ?? 0;
}

function inOrder(a: Cell, b: Cell): number {
  return a[0] - b[0] || a[1] - b[1];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
