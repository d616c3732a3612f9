// Sending files as an office does: what is detected, what became of every row, the same file again, a broken line.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { batches as words } from '../../client/i18n/th/batches.ts';
import { mend } from '../../client/i18n/th/mend.ts';
import { violations } from '../../client/i18n/th/violations.ts';
import { desktop, phone } from '../support/browser.ts';
import { cuttingLine } from '../support/cutting-line.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const samples = new URL('../fixtures/samples/expected.json', import.meta.url);
const sample = (name: string) => fileURLToPath(new URL(name, samples));
const expected: {
  files: Record<
    string,
    { rows: { row: number; line: number; outcome: string; errors?: string[] }[] }
  >;
} = JSON.parse(readFileSync(samples, 'utf8'));

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

describe('batches: sending files', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  async function open(
    who = 'admin',
    hash = '#/batches/new',
    options: BrowserContextOptions = desktop,
  ): Promise<Page> {
    const { page } = await tests.open(who, hash, options);
    return page;
  }
  type Chosen = Parameters<Page['setInputFiles']>[1];

  async function choose(page: Page, file: Chosen): Promise<void> {
    await page.getByLabel(words.choose.button).setInputFiles(file);
  }
  async function send(page: Page, file: Chosen): Promise<void> {
    await choose(page, file);
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByText(words.receipt.stored).waitFor();
  }
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  /** a line of the receipt: its number of rows */
  const rowsOf = (page: Page, name: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
      .getByRole('cell')
      .first();

  it('shows every count, each rejected row with its reason, and the same file again adds nothing', async () => {
    const page = await open();
    await send(page, sample('06-bad-rows.csv'));

    await heading(
      page,
      words.receipt.title(25, 49, [words.receipt.skippedRows(3), words.receipt.toFixRows(21)]),
    ).waitFor();
    expect(await rowsOf(page, words.receipt.accepted).textContent()).to.equal('25');
    expect(await rowsOf(page, words.receipt.toFix).textContent()).to.equal('21');
    expect(await rowsOf(page, words.receipt.skipped).textContent()).to.equal('3');
    expect(await rowsOf(page, words.receipt.total).textContent()).to.equal('49');
    expect(await axe(page)).to.deep.equal([]);

    await page.getByRole('link', { name: words.receipt.every }).click();
    const facets = page.getByRole('navigation', { name: words.result.show });
    const grid = page.getByRole('table', { name: words.result.captions.reject });
    await grid.waitFor();
    const shown = (await grid.locator('tbody').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' '),
    );
    const rejected = expected.files['06-bad-rows.csv']!.rows.filter(
      ({ outcome }) => outcome === 'reject',
    );
    expect(shown).to.have.length(21);
    for (const [index, { row, line, errors = [] }] of rejected.entries()) {
      expect(shown[index]).to.match(new RegExp(`^${row} ${line} `));
      for (const code of errors) expect(shown[index]).to.contain(violations.titles[code]);
    }
    expect(shown[0]).to.contain('จังหวัด (Province)').and.to.contain('ไทรทองใหญ่');
    expect(await axe(page)).to.deep.equal([]);

    await page
      .getByRole('link', { name: new RegExp(`^${violations.titles['invalid-date']}`) })
      .click();
    await page.getByText(words.result.shown(6, 6)).waitFor();
    await facets.getByRole('link', { name: new RegExp(`^${words.result.skipped}`) }).click();
    await page.getByText(words.skipReason.duplicate(1)).first().waitFor();

    await page.goto(`${tests.server.url}/#/batches/new`);
    await send(page, sample('06-bad-rows.csv'));
    await heading(page, words.receipt.sameTitle([words.receipt.toFixRows(21)])).waitFor();
    expect(await rowsOf(page, words.receipt.accepted).textContent()).to.equal('0');
    expect(await rowsOf(page, words.receipt.same).textContent()).to.equal('25');
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('gives the rejects to take home: with BOM, formulas neutralised, and taken back once fixed', async () => {
    const page = await open();
    await send(page, csv('แก้.csv', 'จังหวัด,ปัญหา,รายละเอียด\nไม่มีจังหวัดนี้,ไฟดับ,=1+1\nน่าน,น้ำไม่ไหล,\n'));

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.receipt.download(1) }).click(),
    ]);
    const rejects = readFileSync(await file.path());
    expect([...rejects.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(rejects.toString()).to.contain(`"'=1+1"`).and.not.to.contain(',"=1+1"');

    await page.getByRole('button', { name: words.receipt.another }).click();
    await send(page, csv('แก้แล้ว.csv', rejects.toString().replaceAll('ไม่มีจังหวัดนี้', 'แพร่')));
    await heading(page, words.receipt.allTitle(1)).waitFor();

    // the first receipt asks for nothing any more
    const mended = rejects.toString().match(/B-\d\d[-0-9A-Z]{15}/)?.[0] ?? '';
    await page.goto(`${tests.server.url}/#/batches`);
    const row = page.getByRole('row').filter({ hasText: mended });
    await row.getByText(words.states.mended).last().waitFor();
    await row.getByRole('link').click();
    await page.getByText(words.result.mendedSoFar(1, 1)).waitFor();
    expect(await page.getByText(words.states.toFix).count()).to.equal(0);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('detects Windows-874 and the UTF-16 of an online form, and shows the first rows as understood', async () => {
    const page = await open();
    await choose(page, sample('03-windows874.csv'));
    const encoding = page.getByLabel(words.columns.encoding);
    expect(await encoding.inputValue()).to.equal('windows-874');
    await page
      .getByRole('row')
      .filter({ hasText: '14 เม.ย. 2562' })
      .filter({ hasText: 'สมุทรปราการ' })
      .waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    await page.getByRole('button', { name: words.columns.back }).click();
    await choose(page, sample('08-utf16-tab-form.txt'));
    await page.getByRole('heading', { name: words.columns.title }).waitFor();
    expect(await encoding.inputValue()).to.equal('utf-16le');
    expect(await page.getByLabel(words.columns.delimiter).inputValue()).to.equal('\t');
    const guess = 'มีผู้ได้รับผลกระทบประมาณกี่คน';
    await page.getByRole('button', { name: words.columns.send }).click();
    const summary = page.getByRole('alert').filter({ hasText: words.columns.problems(1) });
    await summary.getByRole('link').filter({ hasText: guess }).waitFor();
    await page.getByRole('button', { name: words.columns.confirm(guess) }).click();
    await page.getByRole('button', { name: words.columns.send }).click();
    await heading(page, words.receipt.allTitle(21)).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('refuses a picture and says what to do, and stores nothing', async () => {
    const page = await open();
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    await choose(page, { name: 'แผนที่.png', mimeType: 'image/png', buffer: picture });

    await page.getByText(words.refusals['not-text'].kinds.picture).waitFor();
    await page.getByText(words.refusals.notLost).waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await choose(page, csv('ดี.csv', 'จังหวัด,ปัญหา\nน่าน,ไฟดับ\n'));
    await page.getByRole('heading', { name: words.columns.title }).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('takes a dropped file, and the same by keyboard', async () => {
    const page = await open();
    const input = page.getByLabel(words.choose.button);
    await input.focus();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), input.press('Enter')]);
    expect(chooser.isMultiple()).to.equal(true);

    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['จังหวัด,ปัญหา\nน่าน,ไฟดับ\n'], 'ลากมา.csv'));
      return transfer;
    });
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('heading', { name: words.columns.title }).waitFor();
    await page.getByText('ลากมา.csv').waitFor();
  });

  it('offers to repair text that was saved with a wrong encoding', async () => {
    const page = await open();
    const mangled = new TextDecoder('windows-874').decode(
      Buffer.from('จังหวัด,ปัญหาที่พบ\nน่าน,ไฟดับบ่อยมากทุกเย็น\nแพร่,น้ำไม่ไหลหลายหมู่บ้าน\n'),
    );
    await choose(page, csv('เพี้ยน.csv', mangled));
    await page
      .getByRole('button', { name: words.refusals['unknown-encoding'].repairButton })
      .click();

    await page.getByRole('row').filter({ hasText: 'ไฟดับบ่อยมากทุกเย็น' }).first().waitFor();
    await page.getByText(words.columns.repaired).waitFor();
    await page.getByRole('button', { name: words.columns.send }).click();
    await heading(page, words.receipt.allTitle(2)).waitFor();
  });

  it('asks which column is which, by keyboard too', async () => {
    const page = await open();
    await choose(
      page,
      csv('สองปัญหา.csv', 'จังหวัด,ปัญหาที่หนึ่งของท่าน,ปัญหาที่สองของท่าน,ระดับ\nน่าน,ไฟดับ,น้ำไหล,3\n'),
    );
    await page.getByRole('button', { name: words.columns.send }).press('Enter');

    const summary = page.getByRole('alert').filter({ hasText: words.columns.problems(1) });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).to.equal(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const select = page.getByLabel(words.columns.fieldOf('ปัญหาที่หนึ่งของท่าน'));
    expect(await select.evaluate((box) => box === document.activeElement)).to.equal(true);
    await select.selectOption('title');
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: words.columns.send }).press('Enter');
    await heading(page, words.receipt.allTitle(1)).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('fills merged cells when a person says so, and says what looks wrong until then', async () => {
    const page = await open();
    const text = 'จังหวัด,ปัญหา,วันที่\nกระบี่,ไฟดับ,3/11/2569\n,น้ำไหลช้า,3/11/2569\n,ถนนขาด,3/11/2569\n';
    await choose(page, csv('ผสาน.csv', text));
    await page.getByText(words.notes['looks-merged']('จังหวัด', 1)).waitFor();
    await page.getByText(words.columns.fails).nth(1).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('radio', { name: words.columns.asAbove }).check();
    await page.getByRole('cell', { name: 'กระบี่' }).nth(2).waitFor();
    await page.getByRole('button', { name: words.columns.send }).click();
    await heading(page, words.receipt.allTitle(3)).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('shows the first rows of a file whose header does not fit, and stores nothing of it', async () => {
    const page = await open();
    const text =
      'วันที่,จังหวัด,ปัญหา,ความรุนแรง (1 = น้อย, 5 = มาก),จำนวนคน\n' +
      Array.from({ length: 4 }, (_, i) => `3/11/2569,ตรัง,หัวตารางขาด ${i},4,5${i}\n`).join('');
    await choose(page, csv('หัวขาด.csv', text));
    await heading(page, words.refusals['header-mismatch'].title).waitFor();
    await page.getByText(words.refusals['header-mismatch'].cells(6, 5)).waitFor();
    await page.getByRole('cell', { name: 'หัวตารางขาด 0' }).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('turns severity numbers when a person says so', async () => {
    const page = await open();
    await choose(page, csv('กลับด้าน.csv', 'จังหวัด,ปัญหา,ระดับ\nน่าน,เสาสัญญาณล้มทุกปี,1\n'));
    await page.getByRole('radio', { name: words.columns.oneIsMost }).check();
    const first = page.getByRole('row').filter({ hasText: words.columns.passes }).first();
    expect((await first.getByRole('cell').allInnerTexts()).at(-2)).to.equal('5');

    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByRole('link', { name: words.receipt.every }).click();
    await page.getByText('ระดับความรุนแรง 5').waitFor();
  });

  it('checks every row where the file is, and sends those that pass', async () => {
    const page = await open();
    await choose(page, csv('ลองตรวจ.csv', 'จังหวัด,ปัญหา\nน่าน,ถนนขาดหน้าฝน\nนคร,ไฟดับ\n'));
    await page.getByRole('button', { name: words.columns.check }).click();

    await page.getByRole('heading', { name: mend.title(2, 1) }).waitFor();
    await page.getByRole('button', { name: mend.send(1) }).click();
    await heading(page, words.receipt.title(1, 2, [words.receipt.toFixRows(1)])).waitFor();
  });

  it('sends several files one by one', async () => {
    const page = await open();
    await choose(page, [
      csv('ศูนย์.csv', 'ก,ข\n1,2\n'),
      csv('หนึ่ง.csv', 'จังหวัด,ปัญหา\nตาก,ไฟล์หนึ่ง\n'),
      csv('สอง.csv', 'จังหวัด,ปัญหา\nเลย,ไฟล์สอง\n'),
    ]);
    await page.getByText(words.queue.title(3)).waitFor();
    await page.getByText(words.refusals['no-header'].title).first().waitFor();
    await page.getByRole('button', { name: words.queue.skip }).click();
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByRole('button', { name: words.queue.next('สอง.csv') }).click();
    await page.getByRole('button', { name: words.columns.send }).click();

    await page.getByText(words.receipt.stored).waitFor();
    await page.goto(`${tests.server.url}/#/batches`);
    const table = page.getByRole('table', { name: words.list.caption });
    await table.getByRole('row').filter({ hasText: 'หนึ่ง.csv' }).first().waitFor();
    await table.getByRole('row').filter({ hasText: 'สอง.csv' }).first().waitFor();
    expect(await axe(page)).to.deep.equal([]);
  });

  it('stores what two people send at the same moment once, and tells both the truth', async () => {
    const file = csv(
      'พร้อมกัน.csv',
      `จังหวัด,ปัญหา\n${Array.from({ length: 3000 }, (_, row) => `ขอนแก่น,ท่อระบายน้ำตันซอย ${row}`).join('\n')}\n`,
    );
    const admin = await tests.requests('admin');
    const stored = async () =>
      (await (await admin.get('/api/surveys/2569/figures')).json()).strip.responses;
    const before = await stored();
    const pages = [await open('somchai'), await open('wanida')];
    for (const page of pages) {
      await choose(page, file);
      await page.getByRole('button', { name: words.columns.send }).waitFor();
    }
    await Promise.all(
      pages.map((page) => page.getByRole('button', { name: words.columns.send }).click()),
    );
    const told = [];
    for (const page of pages) {
      await page.getByText(words.receipt.stored).waitFor({ timeout: 30_000 });
      const count = async (name: string) => {
        const line = rowsOf(page, name);
        if ((await line.count()) === 0) return 0;
        return Number(((await line.textContent()) ?? '').replaceAll(',', ''));
      };
      told.push([await count(words.receipt.accepted), await count(words.receipt.same)]);
    }
    const [[a = 0, sameA = 0] = [], [b = 0, sameB = 0] = []] = told;
    expect([a + sameA, b + sameB, a + b], JSON.stringify(told)).to.deep.equal([3000, 3000, 3000]);
    expect((await stored()) - before).to.equal(3000);
  });

  it('takes the tables of a folder in the order of their names, and says how many other files lie in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rabfang-folder-'));
    try {
      mkdirSync(join(folder, 'อำเภอ'));
      const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
      put('10.csv', 'จังหวัด,ปัญหา\nน่าน,ไฟดับที่สิบ\n');
      put('2.csv', 'จังหวัด,ปัญหา\nน่าน,ไฟดับที่สอง\n');
      put('อำเภอ/3.tsv', 'จังหวัด\tปัญหา\nน่าน\tไฟดับที่สาม\n');
      put('อ่านก่อน.pdf', '%PDF-1.4');
      put('~$2.xlsx', 'lock');
      const page = await open();
      await page.getByLabel(words.choose.folder).setInputFiles(folder);
      await page.getByRole('heading', { name: words.queue.title(3) }).waitFor();
      const names = await page.locator('.queue li > span:first-of-type').allTextContents();
      expect(names).to.deep.equal(['2.csv', '10.csv', '3.tsv']);
      await page.getByText(words.queue.leftOut(2)).waitFor();
      expect(await axe(page)).to.deep.equal([]);
      for (const next of ['10.csv', '3.tsv']) {
        await page.getByRole('button', { name: words.columns.send }).click();
        await page.getByRole('button', { name: words.queue.next(next) }).click();
      }
      await page.getByRole('button', { name: words.columns.send }).click();
      await page.getByText(words.receipt.stored).waitFor();
      expect(await page.locator('.queue li', { hasText: words.queue.left }).count()).to.equal(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('tells an officer which rows belong to another office', async () => {
    const page = await open('somchai', '#/batches/new', phone);
    const rows = 'ขอนแก่น,เน็ตช้าทั้งตำบล\nน่าน,ไฟดับ\nแพร่,น้ำไม่ไหล\nขอนแก่น,เน็ตช้าทั้งตำบล\n';
    await choose(page, csv('ปน.csv', `จังหวัด,ปัญหา\n${rows}`));
    const outside = violations.titles['outside-scope'] ?? '';
    await page.getByText(outside).nth(1).waitFor();
    await page.getByText(`${words.columns.skipped}: ${words.skipReason.duplicate(1)}`).waitFor();
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByText(words.receipt.stored).waitFor();
    await page.getByRole('link', { name: words.receipt.every }).click();

    await page.getByText(words.result.outsideScope(2)).waitFor();
    // nothing for this office to fix
    await page.getByText(words.states.outside).waitFor();
    expect(await page.getByText(words.receipt.toFixRows(2)).count()).to.equal(0);
    await page
      .getByRole('list', { name: words.result.captions.reject })
      .getByText('น่าน')
      .first()
      .waitFor();
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('says which office has sent a row before', async () => {
    const file = csv('ซ้ำกัน.csv', 'จังหวัด,ปัญหา\nขอนแก่น,สองสำนักงานส่งแถวเดียวกัน\n');
    await send(await open('somchai'), file);
    const page = await open('wanida');
    await send(page, file);
    await heading(page, words.receipt.sameTitle([])).waitFor();
    await page.getByRole('link', { name: words.receipt.every }).click();

    await page.getByText(words.result.knownFrom('สำนักงานขอนแก่น')).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('shows that a line was broken, and finishes the file by itself', async () => {
    const line = await cuttingLine(tests.server.url);
    try {
      const page = await open('admin', '#/batches/new', { ...desktop, baseURL: line.url });
      const rows = Array.from({ length: 6000 }, (_, row) => `น่าน,สัญญาณหลุดบ่อยที่หมู่บ้าน ${row}`);
      await choose(page, csv('ใหญ่.csv', `จังหวัด,ปัญหา\n${rows.join('\n')}\n`));
      line.breakAfter(300_000);
      await page.getByRole('button', { name: words.columns.send }).click();

      await page.getByText(words.cut.goesOn).waitFor({ timeout: 20_000 });
      await page.getByRole('heading', { level: 1, name: /^ไฟล์ส่งไม่จบ/ }).waitFor();
      line.breakAfter(null);
      await page.getByText(words.receipt.stored).waitFor({ timeout: 30_000 });
      expect(await rowsOf(page, words.receipt.total).textContent()).to.equal('6,000');
      // also what an earlier try of this file has stored is accepted by it
      expect(await rowsOf(page, words.receipt.accepted).textContent()).to.equal('6,000');
    } finally {
      await line.close();
    }
  });

  it('can be left and finished from the page of the file', async () => {
    const line = await cuttingLine(tests.server.url);
    const body = `จังหวัด,ปัญหา\n${Array.from({ length: 4000 }, (_, row) => `ตราด,คลื่นแรงเรือออกไม่ได้ ${row}`).join('\n')}\n`;
    const page = await open();
    const id = 'b5f0a4f6-6d0e-4a51-9a3b-0d3a5b1b7c11';
    line.breakAfter(150_000);
    await sendCut(line.url, id, body);
    await line.close();
    await isKnown(id);

    await page.goto(`${tests.server.url}/#/batches/${id}`);
    await page.getByRole('link', { name: words.cut.chooseAgain }).click();
    await page.getByRole('heading', { name: /เพื่อต่อให้จบ/ }).waitFor();
    await choose(page, csv('ตราด.csv', body));
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByText(words.receipt.stored).waitFor({ timeout: 30_000 });
    expect(await rowsOf(page, words.receipt.total).textContent()).to.equal('4,000');
  });

  /** A busy server hears of a file only after its line broke. */
  async function isKnown(id: string): Promise<void> {
    const admin = await tests.requests('admin');
    for (;;) {
      const answer = await admin.get(`/api/surveys/2569/batches/${id}`);
      if (answer.ok() && (await answer.json()).state !== 'loading') return;
      await wait(50);
    }
  }

  /** The same upload as the page makes, over a line that breaks. */
  async function sendCut(url: string, id: string, body: string): Promise<void> {
    const session = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: 'rabfang-demo' }),
    });
    const { token } = (await session.json()) as { token: string };
    const form = new FormData();
    form.append('id', id);
    form.append('file', new Blob([body]), 'ตราด.csv');
    const headers = { authorization: `Bearer ${token}` };
    const end = await fetch(`${url}/api/surveys/2569/batches`, {
      method: 'POST',
      body: form,
      headers,
    }).then(
      () => 'answered',
      () => 'cut',
    );
    expect(end).to.equal('cut');
  }
});
