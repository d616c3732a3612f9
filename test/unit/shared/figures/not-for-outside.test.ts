// What leaves the house gives no small number away, whatever else is published beside it.
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { MonthSeries } from '../../../../shared/figures/by-month.ts';
import { hiddenMonths, hiddenOnMap } from '../../../../shared/figures/not-for-outside.ts';
import { provinces } from '../../../../shared/places/provinces.ts';
import { bordered } from '../../../../shared/statistics/suppress-table.ts';
import { type Cell, rangesOf } from '../../../../shared/statistics/suppression-audit.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';

/** `few`: responses of the first provinces; the others sent enough. Five issues and more each, so those alone hide nothing. */
function rowsOf(few: readonly number[], of: (responses: number) => number) {
  return provinces.map(({ code }, index) => {
    const responses = few[index] ?? 20 + index;
    return { province: code, issues: 2 * responses + 5, responses, of: of(responses) };
  });
}

describe('hidden provinces', () => {
  it('are so many that neither issues nor responses nor what those are of are told by their sums', () => {
    const rows = rowsOf([1, 2], (responses) => responses + 6);
    const hidden = rows.filter(({ province }) => hiddenOnMap(rows).has(province));

    for (const what of ['issues', 'responses', 'of'] as const) {
      const sum = hidden.reduce((all, row) => all + row[what], 0);
      expect(sum, what).to.be.at.least(5);
    }
  });

  it('are so many that the sum does not tell of few that raise something else', () => {
    // of 21 and 22 responses all but one raise it
    const rows = rowsOf([20, 21], (responses) => responses + (responses < 22 ? 1 : 50));
    const hidden = rows.filter(({ province }) => hiddenOnMap(rows).has(province));

    expect(hidden.reduce((sum, { of, responses }) => sum + of - responses, 0)).to.be.at.least(5);
  });
});

describe('hidden months', () => {
  /** what can be computed of the small counts of a table of months by strategies, column totals known */
  function rangesOfSmall(table: readonly (readonly number[])[]) {
    const months = table.map((row, at) => ({ month: `2026-${at + 10}`, issues: sumOf(row) }));
    const series = (table[0] ?? []).map((_, column) => ({
      strategy: strategies[column],
      issues: table.map((row) => row[column] ?? 0),
    }));
    // `as`: hiding looks at nothing else of them
    const hidden = hiddenMonths({ months, series } as unknown as MonthSeries);
    const names = [...series.map(({ strategy }) => strategy), 'total'];
    const cells = months.flatMap(({ month }, row) =>
      names.flatMap((name, column): Cell[] =>
        hidden.has(`${month} ${name}`) ? [[row, column]] : [],
      ),
    );
    const full = bordered(table);
    const small = full
      .slice(0, -1)
      .flatMap((row, i) => row.flatMap((n, j): Cell[] => (n > 0 && n < 5 ? [[i, j]] : [])));
    expect(cells).to.deep.include.members(small);
    return rangesOf(full, cells, small);
  }

  it('keep a count from being the only one that agrees with all lines', () => {
    const ranges = rangesOfSmall([
      [15, 1, 17, 12, 24],
      [12, 5, 15, 22, 1],
      [27, 8, 10, 12, 16],
      [20, 5, 22, 2, 17],
      [5, 27, 3, 5, 4],
      [2, 18, 7, 10, 4],
    ]);
    for (const { min, max } of ranges) expect((max ?? 99) - min).to.be.at.least(4);
  });

  it('leave each small count five values and more, one of them 5 or more, whatever the table', () => {
    const count = fc.oneof({ weight: 1, arbitrary: fc.nat(4) }, fc.integer({ min: 5, max: 30 }));
    const table = fc
      .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 6 }))
      .chain(([rows, columns]) => {
        const row = fc.array(count, { minLength: columns, maxLength: columns });
        return fc.array(row, { minLength: rows, maxLength: rows });
      })
      // a strategy with so few in all of it is hidden where it stands alone
      .filter((rows) => (bordered(rows).at(-1) ?? []).every((total) => total >= 5));
    fc.assert(
      fc.property(table, (rows) => {
        for (const { min, max } of rangesOfSmall(rows)) {
          if (max === null) continue;
          expect(max).to.be.at.least(5);
          expect(max - min).to.be.at.least(4);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function sumOf(row: readonly number[]): number {
  return row.reduce((all, one) => all + one, 0);
}
