// A planner looks where much was heard for the people who live there, walks there with the keys, and takes the map along.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';

describe('the map', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  const figureOf = (page: Page) =>
    page.locator('section.fig').filter({ has: page.locator('.map-stage, .map-legend') });
  const stageOf = (page: Page) => page.getByRole('application', { name: /บนแผนที่/ });

  it('has every province in one line of its legend, and the same numbers in its table', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await settled(page);
    await stageOf(page).waitFor();
    const counts = await figureOf(page).locator('.map-legend tbody td').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).to.equal(77);
    expect(await figureOf(page).locator('.map-legend tfoot td').textContent()).to.equal('77');

    await page.getByRole('button', { name: 'ดูเป็นตาราง: แผนที่รายจังหวัด' }).click();

    const rows = page.getByRole('table').filter({ hasText: 'เทียบกับช่วงปกติ' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).to.equal(77);
    const noData = counts.at(-1);
    expect(await rows.filter({ hasText: 'ไม่มีข้อมูล' }).count()).to.equal(Number(noData));
    expect(complaints).to.deep.equal([]);
  });

  it('is walked through with the arrow keys, province by province, and filters by one with Enter', async () => {
    const { page } = await tests.open('nok', '#/', desktop);
    await settled(page);
    const stage = stageOf(page);
    await stage.focus();
    const spoken = stage.getByRole('status');
    const hears = (words: RegExp) =>
      spoken.filter({ hasText: words }).waitFor({ state: 'attached' });

    await page.keyboard.press('Home');
    await hears(/^กรุงเทพมหานคร:/);
    await page.keyboard.press('ArrowUp');
    await hears(/^นนทบุรี:|^ปทุมธานี:/);
    await page.keyboard.press('Enter');

    await page.waitForURL(/#\/\?.*province=TH-1[23]/);
  });

  it('shows tiles of one size, and adjusted rates, on a phone too', async () => {
    const { page, complaints } = await tests.open('nok', '#/', phone);
    await settled(page);
    await page.getByRole('button', { name: 'ช่องเท่ากัน', exact: true }).click();
    await page.locator('.tile').first().waitFor();
    expect(await page.locator('.tile').count()).to.equal(77);
    await page.getByLabel('ปรับเรียบ').check();
    await figureOf(page).getByText('ถูกดึงเข้าหาค่าเฉลี่ย').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('can be taken along for a geographic information system, with the filters that are on', async () => {
    const { page } = await tests.open('nok', '#/?region=south', desktop);
    await settled(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'ดาวน์โหลด GeoJSON: แผนที่รายจังหวัด' }).click(),
    ]);
    const { features } = JSON.parse(
      Buffer.concat(await (await file.createReadStream()).toArray()).toString('utf8'),
    );
    expect(features).to.have.length(14);
  });
});
