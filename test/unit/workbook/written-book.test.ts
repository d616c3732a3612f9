import { Workbook } from '@cj-tech-master/excelts';
import { type CellObject, read } from '@e965/xlsx';
import { expect } from 'chai';
import { bookBlob } from '../../../client/workbook/save-book.ts';
import { bookFile } from '../../../server/http/book-file.ts';
import { dayCell, instantCell, type SheetCell } from '../../../shared/workbook/cells.ts';
import type { Sheet } from '../../../shared/workbook/parts.ts';

const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
  name: 'ตัวเลข',
  about: [],
  head: ['จังหวัด', 'ร้อยละ'],
  rows,
  ...more,
});

async function bytesOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bookFile(sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function cellsOf(sheets: readonly Sheet[], at = 0) {
  const book = read(await bytesOf(sheets), { cellNF: true, cellStyles: true });
  const found = book.Sheets[book.SheetNames[at] ?? ''] ?? {};
  return { names: book.SheetNames, cell: (name: string): CellObject | undefined => found[name] };
}

describe('a workbook that is written', () => {
  it('holds texts as texts, numbers as numbers, percents and days as such', async () => {
    const row: SheetCell[] = [
      'เชียงใหม่ <&> "ก"',
      { value: 0.279, as: 'percentTenths' },
      12,
      dayCell('2026-11-29'),
      instantCell(Date.UTC(2026, 10, 29, 5, 0)),
      null,
      { value: 9837, as: 'whole' },
    ];
    const { names, cell } = await cellsOf([sheet([row])]);

    expect(names).to.deep.equal(['ตัวเลข']);
    expect(cell('A1')).to.include({ t: 's', v: 'จังหวัด' });
    expect(cell('A2')).to.include({ t: 's', v: 'เชียงใหม่ <&> "ก"' });
    expect(cell('B2')).to.include({ t: 'n', v: 0.279, z: '0.0%', w: '27.9%' });
    expect(cell('C2')).to.include({ t: 'n', v: 12 });
    expect(cell('D2')).to.include({ t: 'n', v: 46_355, w: '2026-11-29' });
    expect(cell('E2')?.w).to.equal('2026-11-29 12:00');
    expect(cell('F2')).to.equal(undefined);
    expect(cell('G2')?.w).to.equal('9,837');
  });

  it('has no formula, whatever a text begins with, and marks such texts for who changes them', async () => {
    const texts = ['=1+1', '@SUM(A1)', '+66', "'=1", '-เสียบ่อย'];
    const { cell } = await cellsOf([sheet(texts.map((text) => [text]))]);
    const book = new Workbook();
    await book.xlsx.load(await bytesOf([sheet(texts.map((text) => [text]))]));

    for (const [at, text] of texts.entries()) {
      expect(cell(`A${at + 2}`), text)
        .to.include({ t: 's', v: text })
        .and.not.have.property('f');
      expect(book.worksheets[0]?.getCell(`A${at + 2}`).numFmt, text).to.equal('@');
    }
  });

  it('says above the numbers what they are about, and keeps signs that XML cannot write out of it', async () => {
    const about = [
      ['ตัวกรอง', 'ภาคเหนือ'],
      ['n', '12\u0000\u000B\uFFFE'],
    ];
    const { cell } = await cellsOf([sheet([['ก_x0041_']], { about })]);

    expect(cell('B1')?.v).to.equal('ภาคเหนือ');
    expect(cell('B2')?.v).to.equal('12');
    expect(cell('A4')?.v).to.equal('จังหวัด');
    expect(cell('A5')?.v).to.equal('ก_x0041_');
  });

  it('gives sheets of one name names of their own, without the signs that Excel refuses', async () => {
    const sheets = ['a/b', 'A:B', 'x'.repeat(40)].map((name) => sheet([['1']], { name }));
    const { names, cell } = await cellsOf(sheets, 1);

    expect(names).to.deep.equal(['a b', 'A B 2', 'x'.repeat(31)]);
    expect(cell('A2')?.v).to.equal('1');
  });

  it('goes on on another sheet where one is full', async function () {
    this.timeout(60_000);
    const rows = function* () {
      for (let no = 1; no <= 1_048_580; no++) yield [no];
    };
    const bytes = await bytesOf([sheet(rows(), { head: ['n'] })]);
    const second = read(bytes, { sheets: 1, dense: true });

    expect(second.SheetNames).to.deep.equal(['ตัวเลข', 'ตัวเลข 2']);
    expect((second.Sheets['ตัวเลข 2'] as any)['!data'].map(([one]: any[]) => one.v)).to.deep.equal([
      'n',
      1_048_576,
      1_048_577,
      1_048_578,
      1_048_579,
      1_048_580,
    ]);
  });

  it('fails with its rows', async () => {
    const rows = async function* () {
      yield ['ก'];
      throw new Error('the database is gone');
    };
    const failure = await bytesOf([sheet(rows())]).catch((error: unknown) => error);

    expect(failure).to.be.instanceOf(Error).with.property('message', 'the database is gone');
  });

  it('is the same where a browser packs it', async () => {
    const sheets = [sheet([['เชียงใหม่', { value: 0.5, as: 'percent' }]])];
    const packed = Buffer.from(await (await bookBlob(sheets)).arrayBuffer());
    const found = read(packed, { cellNF: true });

    expect(found.Sheets.ตัวเลข?.A2).to.include({ v: 'เชียงใหม่' });
    expect(found.Sheets.ตัวเลข?.B2).to.include({ v: 0.5, w: '50%' });
  });
});
