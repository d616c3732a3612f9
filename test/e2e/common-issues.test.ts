// While a title is typed, what many in the district have said already is offered: by touch, by keyboard, and never without a signal.
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import { anIssue, aResponse } from '../support/build.ts';
import { fillVisit, received, send, storedWith } from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const said = 'เสาส่งสัญญาณริมอ่างเก็บน้ำเอียงใกล้ล้ม';
const titleOf = (page: Page) => page.getByRole('textbox', { name: /^(หัวข้อปัญหา|Problem)$/ });

describe('collect: what others in the district have said', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  before(async () => {
    const admin = await tests.requests('admin');
    for (let n = 0; n < 6; n++) {
      const place = { province: 'TH-50', district: 'กัลยาณิวัฒนา' };
      const data = aResponse({ place, issues: [anIssue({ title: said })] });
      const answer = await admin.put(`/api/surveys/2569/responses/${randomUUID()}`, { data });
      expect(answer.status(), await answer.text()).to.equal(201);
    }
  });
  const shot = async (page: Page, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };
  const inDistrict = async (page: Page) => {
    await page.getByRole('combobox', { name: /^(อำเภอ|District)/ }).fill('กัลยาณิวัฒนา');
  };

  it('is offered by its first words, and taken by keyboard as one more voice', async () => {
    const { page } = await tests.open('malee', '#/collect', phone);
    await fillVisit(page, { title: 'เสาส่งสัญ' });
    await inDistrict(page);
    const offer = page.getByRole('button', { name: said });
    await offer.waitFor();
    expect(await offer.textContent()).to.match(/6\s?ชุด/);
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    await shot(page, 'common-360');

    await titleOf(page).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await titleOf(page).inputValue()).to.equal(said);
    await page.getByText('มีอีก 6 ชุดในอำเภอนี้บอกเรื่องเดียวกัน').waitFor();
    await shot(page, 'common-taken-360');
    await send(page);
    await received(page);
    expect(await storedWith(await tests.requests('admin'), said)).to.have.length(7);
  });

  it('is not offered in another district, nor without a signal', async () => {
    const { page } = await tests.open('malee', '#/collect', {
      ...desktop,
      remembers: { 'rabfang.lang': 'en' },
    });
    await titleOf(page).fill('เสาส่งสัญ');
    await inDistrict(page);
    await page.getByRole('button', { name: said }).waitFor();
    await shot(page, 'common-1280-en');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: said }).waitFor({ state: 'detached' });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: said }).waitFor();
    await page.getByRole('combobox', { name: /^District/ }).fill('แม่ริม');
    await page.getByRole('button', { name: said }).waitFor({ state: 'detached' });
  });
});
