// “Which three provinces have the most severe infrastructure problems from citizens since October 2568, and is the
// difference real?”: asked with the filters, answered on the screen, on paper and in a file.
import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { provinceByCode } from '../../shared/places/provinces.ts';
import { desktop } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';
import { pdfText } from '../support/pdf-text.ts';

const question = 'strategy=infrastructure&respondent=citizen&severity=4,5&from=2025-10-01';
const chosen = ['โครงสร้างพื้นฐานดิจิทัล', 'ประชาชน', 'รุนแรง 4–5', 'ตั้งแต่ 1 ต.ค. 2568'];

describe('the planner’s question', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  /** what the server counts and claims of it */
  async function answer() {
    const planner = await tests.requests('nok');
    const reply = await (await planner.get(`/api/surveys/2569/figures?${question}`)).json();
    const first = reply.claims['by-province'].find(
      (claim: { code: string; measure?: string }) =>
        claim.code === 'first' && claim.measure === 'share',
    );
    return { strip: reply.strip, first };
  }

  async function choose(page: Page): Promise<void> {
    await page.getByLabel('ยุทธศาสตร์').first().selectOption('infrastructure');
    await page.getByLabel('ผู้ให้ข้อมูล').first().selectOption('citizen');
    await page.locator('summary', { hasText: 'ทุกระดับ' }).click();
    await page.getByRole('button', { name: 'รุนแรง 4–5', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.locator('summary', { hasText: 'ทุกวัน' }).click();
    await page.getByLabel('ตั้งแต่วันที่').fill('1 ต.ค. 2568');
    await page.getByRole('button', { name: 'ใช้ช่วงนี้' }).click();
    await page.waitForURL(/from=2025-10-01/);
    await settled(page);
  }

  it('is answered where it is asked, with what chance leaves open', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await choose(page);
    const { strip, first } = await answer();

    // the first figure's: what stands out in the view may stand before it
    const heading = page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .filter({ hasNotText: 'สิ่งที่เด่นในมุมมองนี้' })
      .first();
    const said = ((await heading.textContent()) ?? '').replace(/\s/g, ' ');
    for (const { province, responses, of } of first.provinces) {
      const name = provinceByCode(province)?.name.th ?? province;
      expect(said).to.include(`${name} (${((responses / of) * 100).toFixed(1)}%)`);
    }
    expect(said).to.include(
      first.alike.length > 0
        ? `อีก ${first.alike.length} จังหวัด ต่างจากสามจังหวัดนี้ไม่ชัดเจน`
        : 'มากกว่าจังหวัดอื่นเกินที่ความบังเอิญจะอธิบายได้',
    );
    const main = ((await page.getByRole('main').textContent()) ?? '').replace(/\s/g, ' ');
    expect(main).to.include(
      `ตรงตัวกรอง ${strip.provincesMatching} จาก ${strip.provincesReporting} จังหวัดที่ส่งข้อมูล`,
    );
    expect(main).to.include(`อ่าน ${strip.issues} ประเด็น ใน ${strip.responses} แบบสำรวจ`);
    // who does not see the bars hears their numbers
    const { province, responses, of } = first.provinces[0];
    const bar = page.locator('.bar-labels li', {
      hasText: provinceByCode(province)?.name.th ?? province,
    });
    expect(((await bar.first().textContent()) ?? '').replace(/\s/g, ' ')).to.include(
      `${responses} จาก ${of}`,
    );
    expect(complaints).to.deep.equal([]);
  });

  it('says to who does not see it what a changed filter led to', async () => {
    const { page } = await tests.open('nok', '#/', desktop);
    await settled(page);

    await page.getByLabel('ผู้ให้ข้อมูล').first().selectOption('citizen');

    await page
      .getByRole('status')
      .filter({ hasText: /^เปลี่ยนตัวกรองแล้ว:\s[\d,]+\sประเด็น\sใน\s[\d,]+\sแบบสำรวจ$/ })
      .waitFor({ state: 'attached' });
  });

  it('is on paper with what was chosen, n, as of when, and the answer', async () => {
    const { page } = await tests.open('nok', `#/?${question}`, desktop);
    await settled(page);
    const { strip, first } = await answer();

    const paper = pdfText(await page.pdf({ format: 'A4' }));

    const printed = (text: string) => expect(paper).to.include(text.replace(/\s+/g, ''));
    for (const words of chosen) printed(words);
    printed(`${strip.issues} ประเด็น ใน ${strip.responses} แบบสำรวจ`);
    expect(paper).to.match(/ข้อมูลณ\d{1,2}[^\d]+25\d\d/);
    for (const { province } of first.provinces)
      printed(provinceByCode(province)?.name.th ?? province);
    if (first.alike.length > 0) printed(`อีก ${first.alike.length} จังหวัด ต่างจากสามจังหวัดนี้ไม่ชัดเจน`);
  });

  it('is in a file with what was chosen, shares in percent, and no small number', async () => {
    const { page } = await tests.open('nok', `#/?${question}`, desktop);
    await settled(page);
    await page.getByRole('button', { name: 'ทั้ง 77 จังหวัด' }).click();
    const { strip } = await answer();

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'ดาวน์โหลด CSV: ประเด็นปัญหารายจังหวัด' }).click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).slice(1).split('\r\n');

    const above = lines.slice(0, lines.indexOf('')).join('\n');
    for (const words of chosen) expect(above).to.include(words);
    expect(above).to.include(`${strip.issues} ประเด็น ใน ${strip.responses} แบบสำรวจ`);
    expect(above).to.match(/"ข้อมูล ณ","\d/);
    expect(above).to.include('ทศนิยม 1 ตำแหน่ง');
    const [head = '', ...rows] = lines.slice(lines.indexOf('') + 1);
    const cells = rows.filter((row) => row !== '').map((row) => row.split(','));
    expect(head).to.include('"ร้อยละ (%)"');
    expect(cells).to.have.length(77);
    const counts = cells.map(([, issues = '']) => issues);
    expect(counts.filter((count) => ['1', '2', '3', '4'].includes(count))).to.deep.equal([]);
    expect(counts.filter((count) => count.includes('ปกปิด'))).not.to.have.length(0);
  });

  it('is in a workbook with its sentence and address above it, shares as percents, and no small number', async () => {
    const { page } = await tests.open('nok', `#/?${question}`, desktop);
    await settled(page);
    await page.getByRole('button', { name: 'ทั้ง 77 จังหวัด' }).click();
    const { strip } = await answer();

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'ดาวน์โหลด Excel: ประเด็นปัญหารายจังหวัด' }).click(),
    ]);
    const book = read(await readFile(await file.path()), { cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1 });

    const above = JSON.stringify(
      lines.slice(
        0,
        lines.findIndex((line) => line.length === 0),
      ),
    );
    for (const words of chosen) expect(above).to.include(words);
    expect(above).to.include(`${strip.issues} ประเด็น ใน ${strip.responses} แบบสำรวจ`);
    expect(above).to.include('#/?');
    const table = lines.slice(lines.findIndex((line) => line.includes('ร้อยละ (%)')) + 1);
    expect(table).to.have.length(77);
    const percents = Object.values(sheet).filter((cell) => /%$/.test(cell?.z ?? ''));
    expect(percents).to.not.have.length(0);
    for (const { v } of percents) expect(v).to.be.within(0, 1);
    expect(table.filter(([, issues]) => Number(issues) > 0 && Number(issues) < 5)).to.deep.equal(
      [],
    );
    expect(table.filter(([, issues]) => String(issues).includes('ปกปิด'))).not.to.have.length(0);
  });
});
