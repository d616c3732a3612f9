import { expect } from 'chai';
import fc from 'fast-check';
import { csvCell, csvLine, isFormulaLike } from '../../../shared/text/formula.ts';
import { vectors } from './vectors.ts';

describe('isFormulaLike', () => {
  for (const { in: raw, flag } of vectors.formulas) {
    if (flag === undefined) continue;
    it(`${flag ? 'flags' : 'passes'} ${JSON.stringify(raw)}`, () => {
      expect(isFormulaLike(raw)).to.equal(flag);
    });
  }

  const cases: [string, boolean][] = [
    ['=1+1', true],
    ['＝1+1', true],
    ['＋cmd', true],
    ['－2+3', true],
    ['＠SUM(A1)', true],
    [" '=1+1", true],
    ['"=1+1', true],
    ['“@SUM(1)', true],
    ['-20 องศา', true],
    ['- ข้อแรก', false],
    ['+ ข้อแรก', false],
    ['－ ข้อแรก', false],
    ['＋ ข้อแรก', false],
    ['–', false],
    ['--', false],
    ['a=b', false],
    ['', false],
  ];
  for (const [raw, flag] of cases) {
    it(`${flag ? 'flags' : 'passes'} ${raw}`, () => expect(isFormulaLike(raw)).to.equal(flag));
  }
});

describe('csvCell', () => {
  for (const { in: raw, export: cell } of vectors.formulas) {
    if (cell === undefined) continue;
    it(`writes ${raw} so that nothing runs it`, () => expect(csvCell(raw)).to.equal(cell));
  }

  it('quotes texts, leaves numbers, and writes nothing for null', () => {
    expect(csvLine(['ก,ข', 'a"b', -5, null, 'ค\nง'])).to.equal('"ก,ข","a""b",-5,,"ค\nง"\r\n');
  });

  it('leaves a text exactly as it is when a machine reads it', () => {
    expect(csvCell('=1+1', { neutralise: false })).to.equal('"=1+1"');
  });

  it('never begins a text cell with what a spreadsheet would run', () => {
    const risky = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠ \t\r\'"a1') });
    fc.assert(
      fc.property(risky, (text) => {
        const inside = csvCell(text).slice(1, -1).replaceAll('""', '"');
        expect(/^[\s'"]*[=+\-@＝＋－＠]/.test(inside) && !inside.startsWith("'")).to.equal(false);
        expect(inside === text || inside === `'${text}`).to.equal(true);
      }),
    );
  });
});
