// Workbooks as other programs write them, read as a person sees them.
import { type BookType, type CellObject, utils, type WorkBook, write } from '@e965/xlsx';
import { expect } from 'chai';
import { openBook, sheetCsv, sheetsOf } from '../../../shared/workbook/reading/sheets.ts';
import { Unpackable } from '../../../shared/workbook/reading/unpackable.ts';

type Cell = string | number | boolean | null | CellObject;

function aBook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as Cell[][]), name);
  return book;
}

const opened = (book: WorkBook, bookType: BookType = 'xlsx'): WorkBook =>
  openBook(new Uint8Array(write(book, { type: 'array', bookType, cellStyles: true })));

const csv = (book: WorkBook, name: string, withoutHidden = false): string[] =>
  [...sheetCsv(book, name, withoutHidden)].join('').split('\r\n').slice(0, -1);

const text = (v: string): CellObject => ({ t: 's', v });
/** as the library gives a workbook of this one sheet */
const asRead = (rows: CellObject[][]): WorkBook => ({
  SheetNames: ['a'],
  Sheets: { a: { '!data': rows } },
});
const number = (v: number, z: string): CellObject => ({ t: 'n', v, z });

describe('a sheet of a workbook', () => {
  for (const bookType of ['xlsx', 'xlsm', 'ods'] as const)
    it(`is read as it is seen, a line for each of its rows, from .${bookType}`, () => {
      const rows = [
        ['แบบรายงานปัญหา'],
        [],
        ['จังหวัด', 'วันที่', 'ปัญหา', 'จำนวน'],
        ['ขอนแก่น', number(46_329, 'd/m/yyyy'), 'เน็ต "ช้า", มาก', 0.1 + 0.2],
        ['น่าน', number(46_329.5, 'yyyy-mm-dd hh:mm'), 'บรรทัดหนึ่ง\nสอง', 1101700230703],
      ];
      expect(csv(opened(aBook({ แผ่น1: rows }), bookType), 'แผ่น1')).to.deep.equal([
        'แบบรายงานปัญหา,,,',
        '',
        'จังหวัด,วันที่,ปัญหา,จำนวน',
        'ขอนแก่น,2026-11-03,"เน็ต ""ช้า"", มาก",0.3',
        'น่าน,2026-11-03 12:00:00,"บรรทัดหนึ่ง\nสอง",1101700230703',
      ]);
    });

  it('has numbers as they are shown: leading zeros, per cent, times, truths and failures', () => {
    const row = [number(40, '0000'), number(0.125, '0.0%'), number(0.75, 'h:mm'), true];
    const failed: CellObject = { t: 'e', v: 42 };
    const thai = number(46_329, '[$-D07041E]d mmm yyyy');
    expect(csv(opened(aBook({ a: [[...row, failed, thai]] })), 'a')).to.deep.equal([
      '0040,12.5%,18:00:00,TRUE,#N/A,2026-11-03',
    ]);
  });

  it('counts its days from 1904 where its workbook says so', () => {
    const book = aBook({ a: [[number(44_867, 'd/m/yyyy')]] });
    book.Workbook = { WBProps: { date1904: true } };
    expect(csv(opened(book), 'a')).to.deep.equal(['2026-11-03']);
  });

  it('has the last result of a formula, and never what it says', () => {
    const formula: CellObject = { t: 'n', v: 7, f: 'SUM(A1:A9)&cmd|calc' };
    expect(csv(opened(aBook({ a: [[formula, { t: 's', v: '=1+1' }]] })), 'a')).to.deep.equal([
      '7,=1+1',
    ]);
  });

  it('may be left without its hidden rows, whose numbers stay', () => {
    const book = aBook({ a: [['หัว'], ['หนึ่ง'], ['สอง'], []] });
    const rows = [{}, { hidden: true }, {}, { hidden: true }];
    Object.assign(book.Sheets.a ?? {}, { '!rows': rows });
    const [sheet] = sheetsOf(opened(book));
    expect(sheet?.hiddenRows, 'empty ones are none').to.equal(1);
    expect(csv(opened(book), 'a')).to.deep.equal(['หัว', 'หนึ่ง', 'สอง']);
    expect(csv(opened(book), 'a', true)).to.deep.equal(['หัว', '', 'สอง']);
  });

  it('ends with its last filled row, however many it is said to have', () => {
    const book = aBook({ a: [['ก', 'ข'], ['ค']] });
    const end = { t: 's', v: '' } as const;
    utils.sheet_add_aoa(book.Sheets.a ?? {}, [[end]], { origin: 'CV3000' });
    const [sheet] = sheetsOf(opened(book));
    expect(sheet?.rows).to.equal(2);
    expect(csv(opened(book), 'a')).to.deep.equal(['ก,ข', 'ค,']);
  });

  it('is refused when one stray cell makes all its rows too wide', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [text(`แถว ${at}`)]);
    if (rows[0]) rows[0][16_383] = text('x');
    expect(() => csv(asRead(rows), 'a')).to.throw(Unpackable, 'too-large');
  });

  it('costs what it holds, also with one cell in its last row', () => {
    const rows = [[text('ก'), text('ข')]];
    rows[1_048_575] = [text('x')];
    const lines = csv(asRead(rows), 'a');
    expect(lines.length).to.equal(1_048_576);
    expect([lines[0], lines[1], lines.at(-1)]).to.deep.equal(['ก,ข', '', 'x,']);
  });

  it('is known by its name, its size, whether it is hidden, and how it begins', () => {
    const book = aBook({ ข้อมูล: [[], ['จังหวัด', null, 'ปัญหา'], ['น่าน']], ว่าง: [], รหัส: [[1]] });
    book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
    const found = sheetsOf(opened(book));
    const none = { hiddenRows: 0, mergedCells: 0, isHidden: false };
    expect(found).to.deep.equal([
      { ...none, name: 'ข้อมูล', rows: 3, begins: [['จังหวัด', 'ปัญหา'], ['น่าน']] },
      { ...none, name: 'ว่าง', rows: 0, begins: [] },
      { ...none, name: 'รหัส', rows: 1, isHidden: true, begins: [['1']] },
    ]);
  });
});
