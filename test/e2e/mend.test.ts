// A file with wrong rows, mended in the grid before anything is sent: by keyboard, one value everywhere, a row left out; the page is
// loaded again in the middle, and the receipt says what was done.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batches as words } from '../../client/i18n/th/batches.ts';
import { mend } from '../../client/i18n/th/mend.ts';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const rows = Array.from(
  { length: 40 },
  (_, at) => `ขอนแก่น,พล,ประชาชน,1,เน็ตช้าหมู่ ${at + 1} บ้านทดสอบ,3,5,1${at % 9}/10/2569`,
);
rows[1] = 'อีสานกลาง,พล,ประชาชน,1,เสาไฟล้มหมู่ 2,3,5,11/10/2569';
rows[4] = 'อีสานกลาง,พล,ประชาชน,1,เสาไฟล้มหมู่ 5,3,5,11/10/2569';
rows[7] = 'ขอนแก่น,พล,ประชาชน,1,,3,5,11/10/2569';
rows[9] = 'ขอนแก่น,พล,ประชาชน,1,ทดสอบระบบ,99,5,11/10/2569';
const csv = [
  'จังหวัด,อำเภอ,ประเภทผู้ตอบ,ยุทธศาสตร์,หัวข้อปัญหา,ความรุนแรง,จำนวนผู้ได้รับผลกระทบ,วันที่',
  ...rows,
  '',
].join('\n');
const file = { name: 'ต้องแก้.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };

describe('batches: a file mended in the grid', function () {
  this.timeout(90_000);
  const tests = onDemonstration();
  const check = async (page: Page) => {
    await page.getByLabel(words.choose.button).setInputFiles(file);
    await page.getByRole('button', { name: words.columns.check }).click();
    await page.getByRole('grid').waitFor();
  };
  const toFix = (page: Page, count: number) =>
    page.getByRole('heading', { name: mend.title(40, count) }).waitFor();
  const shot = async (page: Page, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };

  it('keeps what was mended over a reload, is sent, and says so on its receipt', async () => {
    const { page } = await tests.open('somchai', '#/batches/new', desktop);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await check(page);
    await toFix(page, 4);
    await shot(page, 'grid-1280');
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    // by keyboard: to the next wrong cell, and the value everywhere
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+ArrowDown');
    // the first one is wrong already: the head and two rows lead to the next
    await page.locator('[aria-rowindex="3"] .c.active.bad').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: mend.editorOf('จังหวัด', 5) }).fill('ขอนแก่น');
    await shot(page, 'grid-editing-1280');
    await page.keyboard.press('Control+Enter');
    await toFix(page, 2);
    await page.keyboard.press('Control+z');
    await toFix(page, 4);
    await page.getByRole('button', { name: mend.redo }).click();
    await toFix(page, 2);

    await page.reload();
    await page.getByLabel(words.choose.button).setInputFiles(file);
    await page.getByRole('button', { name: mend.forget }).waitFor();
    await page.getByRole('button', { name: words.columns.check }).click();
    await toFix(page, 2);

    // the title is typed, and the last row left out for a reason
    await page.getByRole('gridcell', { name: mend.empty }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: mend.editorOf('หัวข้อปัญหา', 8) }).fill('ถนนขาด');
    await page.keyboard.press('Enter');
    await toFix(page, 1);
    await page.getByRole('gridcell', { name: '99', exact: true }).click();
    await page.keyboard.press('Delete');
    await page.getByLabel(mend.leaveReason).fill('แถวทดสอบ');
    await page.getByRole('button', { name: mend.leave }).last().click();
    await toFix(page, 0);
    await shot(page, 'grid-mended-1280');
    expect(sent.filter((url) => url.includes('/batches'))).to.deep.equal([]);

    await page.getByRole('button', { name: mend.send(39) }).click();
    await page.getByText(words.receipt.stored).waitFor();
    await page.getByText(words.receipt.corrected(3, 1, 1)).waitFor();
    await shot(page, 'receipt-1280');
  });

  it('is opened at the rows that a column or a value is about, and shows all again', async () => {
    const { page } = await tests.open('somchai', '#/batches/new', desktop);
    // under headers that no office has had before: what was decided in other files is not used
    const short = csv
      .replace(',วันที่', ',วันที่สำรวจ')
      .replaceAll('/10/2569', '/10/69')
      .replace('11/10/69', '11/10/2569');
    await page
      .getByLabel(words.choose.button)
      .setInputFiles({ ...file, name: 'สองหลัก.csv', buffer: Buffer.from(short) });
    await page.getByRole('button', { name: words.columns.seeRows }).click();
    await page.getByText(mend.only('', 'วันที่สำรวจ')).waitFor();
    await shot(page, 'grid-of-a-column-1280');
    expect(await axe(page)).to.deep.equal([]);
    await page.locator('[role="grid"][aria-rowcount="37"]').waitFor();

    await page.getByRole('button', { name: mend.onlyEnd }).click();
    await toFix(page, 4);
    await page.locator('[role="grid"][aria-rowcount="5"]').waitFor();
    await page.getByRole('button', { name: mend.seeRows(2) }).click();
    await page.getByText(mend.only('อีสานกลาง', '')).waitFor();
    await page.locator('[role="grid"][aria-rowcount="3"]').waitFor();
    // and back to what was decided of the columns
    await page.getByRole('button', { name: mend.back }).click();
    await page.getByRole('button', { name: words.columns.seeRows }).waitFor();
  });

  it('takes a block that was copied in Excel, from the active cell on, and gives it back', async () => {
    const { page } = await tests.open('wanida', '#/batches/new', desktop);
    await check(page);
    // an editor that is open does not wander to another row
    await page.getByRole('gridcell', { name: 'อีสานกลาง', exact: true }).first().click();
    const editor = page.getByRole('combobox', { name: mend.editorOf('จังหวัด', 2) });
    await editor.waitFor();
    await page.getByRole('button', { name: mend.kinds.all }).click();
    await page.getByText('เน็ตช้าหมู่ 4 บ้านทดสอบ').waitFor();
    expect(await page.getByRole('grid').getByRole('combobox').count()).to.equal(0);
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('[aria-rowindex="3"] .c.active').waitFor();
    // three rows of two columns, as a spreadsheet puts them on the clipboard
    await page.getByRole('grid').evaluate((grid) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'ขอนแก่น\tชุมแพ\r\nขอนแก่น\t"บ้าน\nไผ่"\r\nขอนแก่น\tน้ำพอง\r\n');
      const init = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', init));
      return grid.id;
    });
    await toFix(page, 3);
    for (const [row, district] of [
      [2, 'ชุมแพ'],
      [3, 'บ้าน ไผ่'],
      [4, 'น้ำพอง'],
    ] as const)
      await page
        .locator(`[aria-rowindex="${row + 1}"]`)
        .getByRole('gridcell', { name: district })
        .waitFor();
    await page.keyboard.press('Control+z');
    await toFix(page, 4);
    await page.getByRole('gridcell', { name: 'น้ำพอง' }).waitFor({ state: 'detached' });
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('says what of a file is stored already, and asks before a row takes the place of what it changes', async () => {
    const { page } = await tests.open('somchai', '#/batches/new', phone);
    const header = 'เลขที่แบบสอบถาม,จังหวัด,หัวข้อปัญหา,ความรุนแรง\n';
    const send = async (text: string, known: string | null) => {
      await page.goto(page.url().replace(/#.*/, '#/batches/new'));
      await page.getByLabel(words.choose.button).setInputFiles({
        name: 'รหัส.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(header + text),
      });
      await page.getByRole('button', { name: words.columns.check }).click();
      await page.getByRole('grid').waitFor();
      if (known === null) return;
      await page.getByRole('button', { name: mend.stored.ask }).click();
      await page.getByText(known).waitFor();
    };
    await send('M-1,ขอนแก่น,ป้ายเตือนล้ม,3\nM-2,ขอนแก่น,สายไฟหย่อน,2\n', mend.stored.result(2, 0, 0));
    await page.getByRole('button', { name: mend.send(2) }).click();
    await page.getByText(words.receipt.stored).waitFor();
    await page.getByRole('button', { name: words.receipt.another }).click();

    const corrected = 'M-1,ขอนแก่น,ป้ายเตือนล้ม,5\nM-2,ขอนแก่น,สายไฟหย่อน,2\nM-3,ขอนแก่น,ท่อแตก,1\n';
    await send(corrected, mend.stored.result(1, 1, 1));
    await page.locator('.changed-rows del', { hasText: '3' }).waitFor();
    await shot(page, 'stored-360');
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    // nobody has said what is meant by it: nothing is stored before somebody has
    await page.getByRole('button', { name: mend.send(3) }).click();
    await page.getByRole('heading', { name: words.changes.title(1) }).waitFor();
    await shot(page, 'changes-360');
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    await page.getByRole('button', { name: words.changes.look }).click();
    await page.getByRole('button', { name: mend.stored.ask }).click();
    await page.getByLabel(mend.stored.replace).check();

    // what was said outlives a reload, as soon as the device has it
    await page.waitForFunction(keptDecision, 'replace');
    await page.reload();
    await page.getByLabel(words.choose.button).setInputFiles({
      name: 'รหัส.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${header}${corrected}`),
    });
    await page.getByText(mend.stored.replace).waitFor();
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByRole('heading', { name: words.receipt.sameRows(2) }).waitFor();
  });
});

/** In the page: whether this is kept for some file. */
function keptDecision(changed: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('rabfang-mends');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('mends').objectStore('mends').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.some(({ decisions }) => decisions?.changed === changed));
      };
    };
  });
}
