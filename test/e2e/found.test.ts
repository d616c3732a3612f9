// What stands out in a view: said once each, with what it rests on, a way to its figures and one to its responses.
import { expect } from 'chai';
import { desktop } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

describe('what stands out in a view', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('is said with its evidence, filters all figures, and leads to its responses', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await settled(page);
    const found = page.getByRole('region', { name: 'สิ่งที่เด่นในมุมมองนี้' });
    const sentences = await found.getByRole('heading', { level: 3 }).allTextContents();
    expect(sentences.length).to.be.within(1, 5);
    expect(new Set(sentences).size).to.equal(sentences.length);
    expect(
      await found
        .locator('ol > li')
        .filter({ has: page.locator('.evidence li') })
        .count(),
    ).to.equal(sentences.length);
    // nobody was here before: nothing is new to them
    expect(await found.getByText('ใหม่', { exact: true }).count()).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);

    await found
      .getByRole('link', { name: /^กรองทุกภาพ: / })
      .first()
      .click();
    await page.waitForURL(/province=|region=|strategy=/);
    await settled(page);
    const filters = new URLSearchParams(page.url().split('?')[1]);
    filters.delete('survey');
    const planner = await tests.requests('nok');
    const { strip } = await (await planner.get(`/api/surveys/2569/figures?${filters}`)).json();
    await page.goBack();
    await found
      .getByRole('link', { name: /^อ่านแบบสำรวจ: / })
      .first()
      .click();
    await page
      .getByRole('heading', { level: 1, name: new RegExp(strip.responses.toLocaleString('en')) })
      .waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('says what was not found at the last visit', async () => {
    const at = '2026-01-02T18:00:00.000Z'; // the third in Thailand
    const said = JSON.stringify({ 'nok 2569': { last: { at, keys: [] }, before: null } });
    const { page } = await tests.open('nok', '#/', {
      ...desktop,
      remembers: { 'rabfang.said': said },
    });
    await settled(page);
    const found = page.getByRole('region', { name: 'สิ่งที่เด่นในมุมมองนี้' });
    await found.getByText('ใหม่', { exact: true }).first().waitFor();
    await found.getByText('คือยังไม่พบตอนที่คุณดูเมื่อ 3 ม.ค. 2569').waitFor();
    // the same visit still: what is new stays new
    await page.reload();
    await found.getByText('ใหม่', { exact: true }).first().waitFor();
  });
});
