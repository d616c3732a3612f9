// What is pressed in one figure filters all of them: bars, cells and provinces, by pointer and by keys; chips take it back.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

describe('pressing a part of a figure', function () {
  this.timeout(90_000);
  const tests = onDemonstration();

  const figure = (page: Page, name: RegExp) => page.getByRole('application', { name });
  const severity = (page: Page) =>
    page
      .locator('section.fig')
      .filter({ has: page.locator('.bar-labels li', { hasText: 'มากที่สุด' }) })
      .getByRole('application');
  const chip = (page: Page, words: string) =>
    page.getByRole('button', { name: `เอาตัวกรอง ${words} ออก` });
  const query = (page: Page) => new URLSearchParams(page.url().split('?')[1] ?? '');
  const figures = async (filters: string) =>
    (await (await tests.requests('nok')).get(`/api/surveys/2569/figures?${filters}`)).json();

  it('filters everything by keys, says what came of it, and goes back', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await settled(page);
    await severity(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');

    await page.waitForURL(/severity=5/);
    const { strip } = await figures('severity=5');
    const said = `${strip.issues.toLocaleString('en')} ประเด็น ใน ${strip.responses.toLocaleString('en')} แบบสำรวจ`;
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(said.replaceAll(' ', '\\s')) })
      .waitFor({ state: 'attached' });
    await chip(page, '5 มากที่สุด').waitFor();
    // pressed again, it is taken away; back and back again lead through both
    await settled(page);
    await severity(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.hash.includes('severity'));
    await page.goBack();
    await page.waitForURL(/severity=5(&|$)/);
    await page.goBack();
    await page.waitForURL((url) => !url.hash.includes('severity'));
    await settled(page);
    expect(await page.locator('.filters .chip:visible').count()).to.equal(0);
    expect(complaints).to.deep.equal([]);
  });

  it('by three things leads to a list of as many as the number says', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await settled(page);
    const cell = page.getByRole('grid').locator('tbody tr.sub-r td a').first();
    await cell.click();
    await page.waitForURL(/province=TH-.*strategy=|strategy=.*province=TH-/);
    await settled(page);
    await severity(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/severity=/);
    await settled(page);
    const chosen = query(page);
    expect([...chosen.keys()].filter((name) => name !== 'survey')).to.have.length(3);
    chosen.delete('survey');
    const { strip } = await figures(`${chosen}`);
    expect(strip.responses).to.be.within(1, 50);

    await page.locator('.read-behind').click();

    await settled(page);
    expect(page.url()).to.include('#/responses?');
    expect(await page.locator('ol.voices > li').count()).to.equal(strip.responses);
    expect(complaints).to.deep.equal([]);
  });

  it('takes several provinces: one from the map, another from the list, and one of both alone again', async () => {
    const { page } = await tests.open('nok', '#/', desktop);
    await settled(page);
    const map = figure(page, /บนแผนที่/);
    await map.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/province=TH-10(&|$)/);
    await settled(page);
    // the map is gone with its only province: the focus stands on what came of the press
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('กรุงเทพมหานคร');

    await page.getByLabel('เพิ่มจังหวัด').selectOption('TH-50');
    await page.waitForURL(/province=TH-10(,|%2C)TH-50/);
    await settled(page);
    expect(await axe(page)).to.deep.equal([]);
    await map.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/province=TH-10(&|$)/);
    await chip(page, 'กรุงเทพมหานคร').click();
    await page.waitForURL((url) => !url.hash.includes('province'));
  });

  it('leaves no column half empty where it leaves few provinces', async () => {
    const { page } = await tests.open('nok', '#/?province=TH-50,TH-40&strategy=society', desktop);
    await settled(page);
    const ends = await page
      .locator('.grid > .stack')
      .evaluateAll((stacks) =>
        stacks.map((stack) => stack.lastElementChild?.getBoundingClientRect().bottom ?? 0),
      );
    expect(Math.abs(Number(ends[0]) - Number(ends[1]))).to.be.below(400);
  });

  it('with Shift opens the responses behind it, as before', async () => {
    const { page } = await tests.open('nok', '#/?region=north', desktop);
    await settled(page);
    await severity(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+Enter');
    await page.waitForURL(/#\/responses\?.*severity=5/);
    expect(query(page).get('region')).to.equal('north');
  });

  it('filters the page of a province without leaving it', async () => {
    const { page } = await tests.open('nok', '#/province/TH-50', desktop);
    await settled(page);
    await severity(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/province\/TH-50\?.*severity=5/);
    await page.getByRole('link', { name: 'เอาตัวกรอง 5 มากที่สุด ออก' }).waitFor();
  });
});
