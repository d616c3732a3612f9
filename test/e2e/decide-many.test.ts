// Many responses decided at once: a selection by keys alone, everything behind the filters by thumb, and the one step back.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { common } from '../../client/i18n/th/everywhere.ts';
import { responses as words } from '../../client/i18n/th/responses.ts';
import { phone } from '../support/browser.ts';
import { aResponse, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, focusOn } from '../support/page-checks.ts';

const { many, review } = words;
const sv = '/api/surveys/2569';

describe('decisions of many', function () {
  this.timeout(300_000);
  const tests = onDemonstration();

  /** Five that nobody else's filters find: the day is theirs. */
  async function openFive(day: string, profile = {}): Promise<Page> {
    const malee = await tests.requests('malee');
    for (let no = 0; no < 5; no++) {
      const data = aResponse({ day, channel: 'api' });
      const put = await malee.put(`${sv}/responses/${newId()}`, { data });
      expect(put.status()).to.equal(201);
    }
    const { page } = await tests.open(
      'admin',
      `#/review?channel=api&from=${day}&to=${day}`,
      profile,
    );
    await page.getByText(many.all('5')).waitFor();
    return page;
  }
  const dialogOf = (page: Page, decision: keyof typeof many.title) =>
    page.getByRole('dialog', { name: many.title[decision] });
  const panel = (page: Page) => page.getByRole('region', { name: many.progress });

  it('selects by keys, says first what it will do, does it, and takes the whole back', async () => {
    const page = await openFive('2010-03-03');
    await page.keyboard.press('s');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    await page.getByText(many.selected('3')).waitFor();
    await page.keyboard.press('r');
    const dialog = dialogOf(page, 'returned');
    await dialog.getByText(many.preview.returned('3', '1')).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await dialog.getByLabel(review.reason).fill('ขอชื่อหมู่บ้าน');
    await dialog.getByRole('button', { name: many.doIt.returned('3') }).press('Enter');

    await panel(page).getByText(many.done.returned('3')).waitFor();
    await focusOn(page, '.many-panel');
    await page.getByText(many.all('2')).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.keyboard.press('z');
    await panel(page).getByText(many.takenBack('3')).waitFor();
    await page.getByText(many.all('5')).waitFor();
  });

  it('decides on everything behind the filters by thumb, and finds it again on another page', async () => {
    const page = await openFive('2010-03-04', phone);
    await page.locator('.pagehead').getByText(common.channels.api).waitFor();
    await page.getByLabel(many.all('5')).tap();
    await page.getByText(many.selected('5')).waitFor();
    await page.getByRole('region', { name: many.bar }).getByText(review.approve).tap();
    const dialog = dialogOf(page, 'approved');
    await dialog.getByText(many.preview.approved('5', '1')).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await dialog.getByRole('button', { name: many.doIt.approved('5') }).tap();

    await panel(page).getByText(many.done.approved('5')).waitFor();
    await page.reload();
    await panel(page).getByText(many.done.approved('5')).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).to.be.at.most(360);
    await panel(page).getByRole('button', { name: many.undo }).tap();
    await panel(page).getByText(many.takenBack('5')).waitFor();
  });

  it('says to the second at a response who else has it open', async () => {
    const day = '2010-03-05';
    const admin = await tests.requests('admin');
    const data = aResponse({ day, channel: 'api', place: { province: 'TH-40' } });
    expect((await admin.put(`${sv}/responses/${newId()}`, { data })).status()).to.equal(201);
    const queue = `#/review?channel=api&from=${day}&to=${day}`;
    const { page: first } = await tests.open('somchai', queue);
    const said = first.waitForResponse((one) => one.url().endsWith('/presence'));
    expect((await said).status()).to.equal(200);
    const { page: second } = await tests.open('wanida', queue);
    await second.getByText(/กำลังเปิดดูชุดนี้อยู่/).waitFor();
    expect(await axe(second)).to.deep.equal([]);
  });
});
