// What an OpenDocument sheet says of cells that stand many times.
import { expect } from 'chai';
import { filledCells } from '../../../client/workbook/repeated-cells.ts';

const row = (attributes: string, cells: string) =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const filled = (attributes = '') =>
  `<table:table-cell ${attributes}><text:p>ก</text:p></table:table-cell>`;
const empty = (times: number) => `<table:table-cell table:number-columns-repeated="${times}"/>`;

describe('the cells of an OpenDocument sheet', () => {
  it('are counted as often as they stand, when they are filled', () => {
    const beside = 'table:number-columns-repeated="3"';
    const below = 'table:number-rows-repeated="1000" table:style-name="r"';
    expect(filledCells(row('', filled() + filled(beside)))).to.equal(4);
    expect(filledCells(row(below, filled(beside)) + row('', filled()))).to.equal(3001);
    expect(filledCells(row("x:number-rows-repeated = '1048576'", filled()))).to.equal(1_048_576);
  });

  it('are none where they are empty, as most programs end a sheet', () => {
    const end = row('table:number-rows-repeated="1048570"', empty(16_384));
    expect(filledCells(row('', filled() + empty(16_383)) + end)).to.equal(1);
  });
});
