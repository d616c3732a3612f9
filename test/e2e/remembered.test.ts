// What was chosen for one file is proposed for the next of the same headers, with where it comes from, and forgotten on request:
// in English, on a phone.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batches as words } from '../../client/i18n/en/batches.ts';
import { mend } from '../../client/i18n/en/mend.ts';
import { shell } from '../../client/i18n/en/shell.ts';
import { phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const header = 'จังหวัด,สิ่งที่อยากบอก,ระดับความรุนแรง,ประเภทผู้ตอบ';
const fileOf = (name: string, ...rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows, ''].join('\n')),
});

describe('batches: what an office chose before', function () {
  this.timeout(90_000);
  const tests = onDemonstration();
  const english = { ...phone, remembers: { 'rabfang.lang': 'en' } };
  const choose = (page: Page, file: ReturnType<typeof fileOf>) =>
    page.getByLabel(words.choose.button).setInputFiles(file);
  const shot = async (page: Page, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };

  it('is proposed for the next file of the same headers, confirmed by being used, and forgotten', async () => {
    const { page } = await tests.open('wanida', '#/batches/new', english);
    await choose(
      page,
      fileOf('october.csv', 'เมืองดอกคูน,ไฟดับบ่อย,3,ประชาชน', 'ขอนแก่น,น้ำไม่ไหล,4,ประชาชน'),
    );
    await page.getByLabel(words.columns.fieldOf('สิ่งที่อยากบอก')).selectOption('title');
    await page.getByRole('button', { name: words.columns.check }).click();
    await page.getByLabel(mend.meansOf('เมืองดอกคูน')).selectOption('ขอนแก่น');
    await page.getByRole('button', { name: mend.send(2) }).click();
    await page.getByText(words.receipt.stored).waitFor();
    await page.getByRole('button', { name: words.receipt.another }).click();

    await choose(page, fileOf('november.csv', 'เมืองดอกคูน,ถนนเป็นหลุม,3,ประชาชน'));
    await page.getByText(words.readings.proposed).waitFor();
    await page.getByText('october.csv').waitFor();
    await page.getByText(words.readings.holds({ columns: 1, values: 1, others: 0 })).waitFor();
    await shot(page, 'proposed-360-en');
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByRole('heading', { name: words.receipt.allTitle(1) }).waitFor();

    await page.getByRole('button', { name: words.receipt.another }).click();
    await page.getByRole('link', { name: shell.titles.readings }).click();
    await page.getByText('november.csv').waitFor();
    await page.getByText(words.readings.holds({ columns: 1, values: 1, others: 0 })).click();
    await shot(page, 'readings-360-en');
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: words.readings.forgetWhich('november.csv') }).click();
    await page.getByText(words.readings.none).waitFor();

    await page.goto(page.url().replace(/#.*/, '#/batches/new'));
    await choose(page, fileOf('december.csv', 'ขอนแก่น,สะพานขาด,3,ประชาชน'));
    await page.getByRole('button', { name: words.columns.send }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: words.columns.problems(1) })
      .waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });
});
