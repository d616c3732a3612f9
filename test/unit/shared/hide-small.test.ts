// What is hidden of a line cannot be computed from what is published of that line.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { type Addition, hiddenOf } from '../../../shared/statistics/hide-small.ts';

const hidden = (counts: number[], lines: Addition[]) =>
  [...hiddenOf(counts, lines)].sort((a, b) => a - b);
const line = (...parts: number[]): Addition => ({ parts, total: null });

describe('small counts', () => {
  it('are hidden with a partner, or the sum would give them away', () => {
    expect(hidden([12, 3, 20, 15], [line(0, 1, 2, 3)])).to.deep.equal([0, 1]);
  });

  it('that are hidden together and still few get one more', () => {
    expect(hidden([1, 2, 20, 15], [line(0, 1, 2, 3)])).to.deep.equal([0, 1, 3]);
  });

  it('stay where there are none, and a nought is no small count', () => {
    expect(hidden([0, 5, 20], [line(0, 1, 2)])).to.deep.equal([]);
  });

  it('take their total along where nothing else is left', () => {
    // 3 = 3 of one part, and 3 + 20 = 23
    const lines: Addition[] = [{ parts: [0], total: 1 }, line(1, 2)];
    expect(hidden([3, 3, 20], lines)).to.deep.equal([0, 1, 2]);
  });

  const { vectors } = JSON.parse(
    readFileSync(new URL('../../fixtures/statistics/vectors.json', import.meta.url), 'utf8'),
  );
  for (const { id, method, input } of vectors) {
    if (method !== 'suppressTable') continue;
    it(`leave at least two hidden in each row and column of ${id}`, () => {
      const { cells, lines } = bordered(input.table);
      const found = hiddenOf(cells, lines);

      for (const [at, count] of cells.entries()) {
        if (count > 0 && count < 5) expect(found.has(at), `${count} at ${at}`).to.equal(true);
      }
      for (const { parts, total } of lines) {
        const all = total === null ? parts : [...parts, total];
        expect(all.filter((at) => found.has(at))).not.to.have.length(1);
      }
    });
  }

  it('of one line could each be 5, and be one of five numbers, for all one can tell', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 8 }), (counts) => {
        const found = hiddenOf(counts, [line(...counts.keys())]);
        const sum = [...found].reduce((all, at) => all + (counts[at] ?? 0), 0);
        const isAll = found.size === counts.length;
        // from the line alone a hidden count can be anything from 0 to what all hidden ones add up to
        if (found.size > 0 && !isAll) return found.size > 1 && sum >= 5;
        return true;
      }),
    );
  });
});

function bordered(table: number[][]): { cells: number[]; lines: Addition[] } {
  const width = (table[0]?.length ?? 0) + 1;
  const rows = table.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  const last = Array.from({ length: width }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const all = [...rows, last];
  const at = (row: number, column: number) => row * width + column;
  return {
    cells: all.flat(),
    lines: [
      ...all.map((_, row) => ({
        parts: Array.from({ length: width - 1 }, (_cell, column) => at(row, column)),
        total: at(row, width - 1),
      })),
      ...last.map((_, column) => ({
        parts: rows.map((_row, row) => at(row, column)),
        total: at(rows.length, column),
      })),
    ],
  };
}
