// A workbook chosen as it is: its sheet, what is to be fixed taken home as a workbook, mended there by another program, and sent back.
import { Workbook } from '@cj-tech-master/excelts';
import { utils, write } from '@e965/xlsx';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batches as inEnglish } from '../../client/i18n/en/batches.ts';
import { mend as mendInEnglish } from '../../client/i18n/en/mend.ts';
import { workbook as workbookInEnglish } from '../../client/i18n/en/workbook.ts';
import { batches as words } from '../../client/i18n/th/batches.ts';
import { mend } from '../../client/i18n/th/mend.ts';
import { workbook } from '../../client/i18n/th/workbook.ts';
import { workbookType } from '../../shared/workbook/workbook-type.ts';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const header = ['จังหวัด', 'อำเภอ', 'หัวข้อปัญหา', 'ความรุนแรง', 'วันที่'];
const row = (title: string, province = 'ขอนแก่น') => [province, 'พล', title, 3, '11/10/2569'];

function aWorkbook(): Buffer {
  const book = utils.book_new();
  const table = utils.aoa_to_sheet([
    ['แบบรายงาน ปี 2569'],
    header,
    row('สายเคเบิลขาดหมู่ 1 บ้านสมุดงาน'),
    row('สายเคเบิลขาดหมู่ 2 บ้านสมุดงาน', 'อีสานกลาง'),
    row('แถวซ่อน บ้านสมุดงาน'),
    row('สายเคเบิลขาดหมู่ 3 บ้านสมุดงาน', 'อีสานเหนือ'),
  ]);
  table['!rows'] = [{}, {}, {}, {}, { hidden: true }];
  utils.book_append_sheet(book, utils.aoa_to_sheet([['ปก'], ['สำนักงาน']]), 'ปก');
  utils.book_append_sheet(book, table, 'ข้อมูล');
  return write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true });
}

describe('batches: workbooks', function () {
  this.timeout(120_000);
  const tests = onDemonstration();
  const choose = (page: Page, name: string, buffer: Buffer) =>
    page.getByLabel(words.choose.button).setInputFiles({ name, mimeType: workbookType, buffer });
  const shot = async (page: Page, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };
  const saved = async (page: Page, button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    return { name: download.suggestedFilename(), buffer: Buffer.concat(parts) };
  };

  it('are sent by their sheet, and what is to be fixed goes home and comes back', async () => {
    const { page } = await tests.open('somchai', '#/batches/new', desktop);
    await choose(page, 'รายงาน.xlsx', aWorkbook());
    await page.getByRole('heading', { name: workbook.title }).waitFor();
    await page.getByRole('radio', { name: /ข้อมูล/ }).check();
    await page.getByLabel(workbook.leaveHidden(1)).check();
    await shot(page, 'sheets-th-1280');
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: workbook.take }).click();
    await page.getByText('รายงาน.xlsx (ข้อมูล).csv').first().waitFor();
    await page.getByRole('button', { name: words.columns.check }).click();
    await page.getByRole('heading', { name: mend.title(3, 2) }).waitFor();
    await page.getByRole('button', { name: mend.send(1) }).click();
    await page.getByText(words.receipt.stored).waitFor();
    await shot(page, 'receipt-with-corrections-th-1280');

    const { name, buffer } = await saved(page, workbook.saving.corrections);
    const book = new Workbook();
    await book.xlsx.load(buffer);
    const sheet = book.getWorksheet(workbook.saving.toFix);
    const values = sheet?.getRow(1).values as readonly unknown[];
    const at = values.indexOf(header[0]);
    const wrong = [2, 3].map((line) => sheet?.getRow(line).getCell(at));
    expect(wrong.map((cell) => cell?.note !== undefined)).to.deep.equal([true, true]);
    for (const cell of wrong) if (cell) cell.value = 'ขอนแก่น';
    const mended = Buffer.from(await book.xlsx.writeBuffer());

    await page.getByRole('button', { name: words.receipt.another }).click();
    await choose(page, name, mended);
    await page.getByRole('button', { name: words.columns.check }).click();
    await page.getByRole('heading', { name: mend.title(2, 0) }).waitFor();
    await page.getByRole('button', { name: mend.send(2) }).click();
    await page.getByText(words.receipt.stored).waitFor();
    await page.goto(page.url().replace(/#.*/, '#/batches'));
    await page.getByText(words.states.mended).filter({ visible: true }).first().waitFor();
  });

  it('that hold nothing, or are none, are refused in words', async () => {
    const { page } = await tests.open('somchai', '#/batches/new', desktop);
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'ว่าง');
    await choose(page, 'ว่าง.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }));
    await page.getByText(workbook.none.text).waitFor();
    const broken = aWorkbook().subarray(0, 4000);
    await choose(page, 'ขาด.xlsx', broken);
    await page.getByText(workbook.unreadable.damaged.text).waitFor();
  });

  it('give an empty table of the round, which is read by its own columns', async () => {
    const { page } = await tests.open('somchai', '#/batches/new', {
      ...phone,
      remembers: { 'rabfang.lang': 'en' },
    });
    const { name, buffer } = await saved(page, 'Excel (.xlsx)');
    expect(name).to.equal('rabfang-2569.xlsx');
    await shot(page, 'choose-en-360');
    const book = new Workbook();
    await book.xlsx.load(buffer);
    const sheet = book.getWorksheet(workbookInEnglish.saving.table);
    sheet?.addRow(
      book.getWorksheet(workbookInEnglish.saving.example)?.getRow(2).values as string[],
    );
    book.removeWorksheet(workbookInEnglish.saving.example);
    await page.getByLabel(inEnglish.choose.button).setInputFiles({
      name,
      mimeType: workbookType,
      buffer: Buffer.from(await book.xlsx.writeBuffer()),
    });
    await shot(page, 'columns-of-template-en-360');
    await page.getByRole('button', { name: inEnglish.columns.check }).click();
    await page.getByRole('heading', { name: mendInEnglish.title(1, 0) }).waitFor();
    expect(await overflow(page)).to.equal(0);
  });
});
