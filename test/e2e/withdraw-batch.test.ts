// A file is taken back and brought back on its page, the overview beside it in a second window.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batches } from '../../client/i18n/th/batches.ts';
import { withdrawing as words } from '../../client/i18n/th/withdrawing.ts';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';

const { list, difference } = batches;
const survey = '/api/surveys/2569';

describe('a file that is taken back', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  /** the number of issues as the overview shows it */
  const shown = (page: Page, issues: number) =>
    page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${issues.toLocaleString('en')}(?!\\d)`) })
      .first();

  async function send(
    rows: number,
    topic = 'ถอนแล้วนำกลับ',
  ): Promise<{ id: string; issues: number }> {
    const officer = await tests.requests('somchai');
    const lines = Array.from({ length: rows }, (_, i) => `ขอนแก่น,${topic} ${i},3\n`);
    const buffer = Buffer.from(`จังหวัด,ปัญหา,ระดับ\n${lines.join('')}`);
    const file = { name: 'ถอน.csv', mimeType: 'text/csv', buffer };
    const sent = await officer.post(`${survey}/batches`, { multipart: { file } });
    const { id } = await sent.json();
    const planner = await tests.requests('nok');
    const { strip } = await (await planner.get(`${survey}/figures?figures=summary`)).json();
    return { id, issues: strip.issues };
  }

  it('leaves the figures and comes back, also before the eyes of who has them open', async () => {
    const { id, issues } = await send(7);
    const overview = (await tests.open('nok', '#/')).page;
    await shown(overview, issues).waitFor();
    const colleague = (await tests.open('wanida', `#/batches/${id}`, phone)).page;
    const { page } = await tests.open('somchai', `#/batches/${id}`, desktop);

    // by the keyboard alone
    await page.getByRole('button', { name: words.withdraw }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: words.dialog });
    await dialog.getByText(words.preview('7', '7')).waitFor();
    await dialog.getByRole('cell', { name: '(−7)' }).first().waitFor();
    await settled(page);
    expect(await axe(page)).to.deep.equal([]);
    await dialog.getByLabel(words.reason).focus();
    await page.keyboard.type('ส่งผิดไฟล์');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: words.bringBack }).waitFor();
    await shown(overview, issues - 7).waitFor();
    await colleague.getByText('ส่งผิดไฟล์').waitFor();
    await settled(colleague);
    expect(await axe(colleague)).to.deep.equal([]);
    expect(await overflow(colleague)).to.be.at.most(0);

    await page.reload();
    await page.getByRole('button', { name: words.bringBack }).click();
    await page.getByText(/somchai นำกลับมานับเมื่อ/).waitFor();
    await shown(overview, issues).waitFor();
    await page.getByRole('link', { name: words.share }).click();
    await shown(page, 7).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('is found in the list, and says what differs from the one before', async () => {
    await send(3, 'ไฟล์ก่อน');
    const { id } = await send(4, 'ไฟล์ก่อน');
    const { page } = await tests.open('somchai', '#/batches', phone);
    await page.getByLabel(list.search).fill('somchai');
    await page.waitForURL(/q=somchai/);
    await page.locator(`a[href="#/batches/${id}"]`).click();

    await page.getByRole('heading', { name: difference.title }).click();
    await page.getByRole('button', { name: `${difference.kinds.same} 3` }).waitFor();
    await page.getByRole('button', { name: `${difference.kinds.new} 1` }).click();
    await page.locator('.differing').getByText('ไฟล์ก่อน 3').waitFor();
    await settled(page);
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.be.at.most(0);
  });
});
