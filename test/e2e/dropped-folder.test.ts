// A folder and files let go over the page: a drag by the browser itself, with real files, as from the desk of an office.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batches as words } from '../../client/i18n/th/batches.ts';
import { mostFiles } from '../../client/pages/batches/dropped-files.ts';
import { desktop } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe } from '../support/page-checks.ts';

describe('batches: dropped files and folders', function () {
  this.timeout(90_000);
  const tests = onDemonstration();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rabfang-drop-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (name: string, text = 'จังหวัด,ปัญหา\nน่าน,ไฟดับ\n') => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  };

  /** What a hand does with them, from over the page to letting go. */
  async function drop(page: Page, files: readonly string[]): Promise<void> {
    const box = await page.locator('.drop').boundingBox();
    if (!box) throw new Error('there is no place to drop on');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    const session = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    await session.detach();
  }
  const queued = (page: Page) => page.locator('.queue li > span:first-of-type').allTextContents();

  it('are taken from all folders in the order of their paths, and the rest is counted', async () => {
    put('ก/10.csv');
    put('ก/2.csv');
    put('ก/ลึก/ลึกลง/3.tsv', 'จังหวัด\tปัญหา\nน่าน\tไฟดับ\n');
    put('ก/ภาพ.jpg', 'x');
    put('ก/.git/ซ่อน.csv');
    put('เดี่ยว.csv');
    const { page } = await tests.open('admin', '#/batches/new', desktop);

    await drop(page, [join(folder, 'ก'), join(folder, 'เดี่ยว.csv')]);

    await page.getByRole('heading', { name: words.queue.title(4) }).waitFor();
    expect(await queued(page)).to.deep.equal(['2.csv', '10.csv', '3.tsv', 'เดี่ยว.csv']);
    await page.getByText(words.queue.leftOut(2)).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByText(words.receipt.stored).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('are no more than one drop takes, of a folder with very many', async () => {
    for (let n = 1; n <= mostFiles + 50; n++) put(`มาก/${n}.csv`, `จังหวัด,ปัญหา\nน่าน,เรื่องที่ ${n}\n`);
    const { page } = await tests.open('admin', '#/batches/new', desktop);

    await drop(page, [join(folder, 'มาก')]);

    await page.getByRole('heading', { name: words.queue.title(mostFiles) }).waitFor();
    await page.getByText(words.queue.leftOut(50)).waitFor();
    const names = await queued(page);
    expect([names.length, names[0], names[9]]).to.deep.equal([mostFiles, '1.csv', '10.csv']);
  });

  it('are none where a folder holds no table, and the page says so', async () => {
    put('ว่าง/อ่าน.pdf', '%PDF-1.4');
    const { page } = await tests.open('admin', '#/batches/new', desktop);

    await drop(page, [join(folder, 'ว่าง')]);

    await page.getByText(words.choose.noTables).waitFor();
  });
});
