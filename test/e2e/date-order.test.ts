// A column of dates with the month first, on the upload page: said, chosen otherwise, and said again on the page of the file.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { batches as words } from '../../client/i18n/th/batches.ts';
import { mend } from '../../client/i18n/th/mend.ts';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const folder = new URL('../fixtures/cases/12-month-first-dates/', import.meta.url);
const text = readFileSync(new URL('12-month-first.csv', folder), 'utf8');
const file = (name: string, csv = text) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(csv),
});

describe('batches: dates with the month first', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  const open = async (options = desktop) =>
    (await tests.open('somchai', '#/batches/new', options)).page;

  it('says so, reads the whole column so, and says it on the page of the file', async () => {
    const page = await open(phone);
    await page.getByLabel(words.choose.button).setInputFiles(file('month-first.csv'));
    const choice = page.getByRole('group', { name: words.columns.datesMonthFirst });
    expect(await choice.getByLabel(words.columns.monthFirst).isChecked()).to.equal(true);
    await page.getByText('15 ต.ค. 2569').first().waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByText(words.receipt.stored).waitFor();
    await page.getByRole('link', { name: words.receipt.every }).click();
    await page.getByText(words.notes['dates-month-first']('วันที่')).waitFor();
  });

  it('takes the other order when a person says so', async () => {
    const page = await open();
    // other problems than those that were just sent
    const both = `${text}ขอนแก่น,พล,ประชาชน,1,เน็ตล่ม (12-11),,3,5,24/10/2026\n`.replaceAll(
      'ล่ม',
      'ดับ',
    );
    await page.getByLabel(words.choose.button).setInputFiles(file('both-orders.csv', both));
    const choice = page.getByRole('group', { name: words.columns.datesMixed });
    expect(await choice.getByLabel(words.columns.dayFirst).isChecked()).to.equal(true);
    await choice.getByLabel(words.columns.monthFirst).check();
    await page.getByText('15 ต.ค. 2569').first().waitFor();
    await page.getByRole('button', { name: words.columns.check }).click();
    await page.getByRole('button', { name: mend.send(10) }).waitFor();
  });
});
