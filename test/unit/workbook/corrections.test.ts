// The rejected rows of a receipt there and back: written as a workbook, mended in it by another program, read again.
import { Workbook } from '@cj-tech-master/excelts';
import { expect } from 'chai';
import { recordsOf, writeCorrections } from '../../../client/workbook/write-corrections.ts';
import { mendedReceipt, rejectHeaders } from '../../../shared/batch/reject-columns.ts';
import { csvLine } from '../../../shared/text/formula.ts';
import { openBook, sheetCsv, sheetsOf } from '../../../shared/workbook/reading/sheets.ts';

const receipt = 'B-69-ABCD-EFGH-JKMN';
const headers = [...rejectHeaders(receipt, 'th'), 'จังหวัด', 'ปัญหา', 'ระดับ'];
const csv = `\uFEFF${csvLine(headers)}${[
  [7, 9, 'จังหวัด: ไม่รู้จัก', 'Province: unknown', 'ขอนแก่', 'เน็ต "ช้า"\nมาก', '3'],
  [12, 14, 'ระดับ: ต้องเป็น 1 ถึง 5', 'Severity: 1 to 5', 'น่าน', '=1+1', '9'],
]
  .map((cells) => csvLine(cells))
  .join('')}`;
const words = { table: 'แถวที่ต้องแก้', lists: 'รายการ', notInList: 'ไม่มีในรายการ' };
const provinces = ['ขอนแก่น', 'น่าน'];

const written = () =>
  writeCorrections({
    records: recordsOf(csv),
    reasons: new Map([
      [7, new Map([['จังหวัด', 'ไม่รู้จักจังหวัดนี้']])],
      [12, new Map([['ระดับ', 'ต้องเป็น 1 ถึง 5']])],
    ]),
    choices: new Map([['จังหวัด', provinces]]),
    words,
  });

async function opened() {
  const book = new Workbook();
  await book.xlsx.load(await written());
  const sheet = book.getWorksheet(words.table);
  if (!sheet) throw new Error('there is no such sheet');
  return { book, sheet };
}

describe('a correction workbook', () => {
  it('marks the cells to be fixed, with the reason, and offers lists where there is a choice', async () => {
    const { sheet } = await opened();
    const noteAt = (address: string) => sheet.getCell(address).note;
    expect(JSON.stringify(noteAt('E2'))).to.include('ไม่รู้จักจังหวัดนี้');
    expect(JSON.stringify(noteAt('G3'))).to.include('ต้องเป็น 1 ถึง 5');
    expect([noteAt('E3'), noteAt('G2')]).to.deep.equal([undefined, undefined]);
    expect(sheet.getCell('E2').fill).to.deep.include({ pattern: 'solid' });
    expect(sheet.getCell('E3').dataValidation).to.deep.include({
      formulae: ["'รายการ'!$E$1:$E$2"],
    });
  });

  it('keeps out of sight what ties its rows to the receipt', async () => {
    const { sheet } = await opened();
    expect([1, 2, 3, 5].map((at) => sheet.getColumn(at).hidden)).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });

  it('comes back as it was, but for what was mended', async () => {
    const { book, sheet } = await opened();
    sheet.getCell('E2').value = 'ขอนแก่น';
    sheet.getCell('G3').value = 5;
    const again = openBook(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheetsOf(again).filter(({ isHidden }) => !isHidden)).to.have.length(1);
    const records = recordsOf([...sheetCsv(again, words.table, false)].join(''));
    const expected = recordsOf(csv.replace('ขอนแก่"', 'ขอนแก่น"').replace('"9"', '"5"'));
    expect(records).to.deep.equal(expected);
    expect(mendedReceipt(records[0] ?? [], 'ไฟล์.xlsx')).to.equal(receipt);
  });
});
