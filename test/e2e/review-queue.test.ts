// The queue worked by keys alone, and by thumb on a phone; what is sent back is mended by its sender.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { collect } from '../../client/i18n/th/collect.ts';
import { common } from '../../client/i18n/th/everywhere.ts';
import { responses as words } from '../../client/i18n/th/responses.ts';
import { sending } from '../../client/i18n/th/sending.ts';
import { phone } from '../support/browser.ts';
import { anIssue, aResponse, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, focusOn } from '../support/page-checks.ts';

const review = words.review;
const sv = '/api/surveys/2569';
const asked = 100;

describe('the queue of reviews', function () {
  // how long it took is printed, not asked: machines differ
  this.timeout(600_000);
  const tests = onDemonstration();

  async function openQueue(who: string, query = '', profile = {}): Promise<Page> {
    const { page } = await tests.open(who, `#/review${query}`, profile);
    await page.getByRole('region', { name: review.opened }).or(queue(page)).first().waitFor();
    return page;
  }
  const queue = (page: Page) => page.getByRole('navigation', { name: review.queue });
  const openOne = (page: Page) => queue(page).locator('button[aria-current]');

  it('takes a hundred decisions by keys alone, each stored, and undoes the last', async () => {
    const page = await openQueue('admin');
    const stored: string[] = [];
    page.on('response', (answer) => {
      if (answer.request().method() === 'POST' && answer.url().endsWith('/decisions'))
        stored.push(`${answer.status()}`);
    });
    const began = performance.now();
    for (let no = 0; no < asked; no++) {
      await openOne(page).waitFor();
      if (no % 10 !== 9) {
        await page.keyboard.press('a');
        continue;
      }
      await page.keyboard.press('r');
      const dialog = page.getByRole('dialog', { name: review.returnTitle });
      // letters that are keys elsewhere are only letters here
      await dialog.getByLabel(review.reason).pressSequentially('azrx ขอชื่อหมู่บ้าน');
      await dialog.getByRole('button', { name: review.returnDo }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    const seconds = (performance.now() - began) / 1000;
    await until(() => stored.length === asked);
    process.stdout.write(`      ${asked} decisions by keys: ${seconds.toFixed(1)} s\n`);
    expect(new Set(stored)).to.deep.equal(new Set(['201']));

    const undone = page.waitForResponse((one) => one.request().method() === 'DELETE');
    await page.keyboard.press('z');
    const answer = await undone;
    expect(answer.status()).to.equal(200);
    expect((await answer.json()).status).to.equal('received');
  });

  it('goes to the next and back, shows its keys, and is quiet when they are turned off', async () => {
    const page = await openQueue('admin');
    const first = await openOne(page).textContent();
    await page.keyboard.press('j');
    expect(await openOne(page).textContent()).not.to.equal(first);
    await page.keyboard.press('k');
    expect(await openOne(page).textContent()).to.equal(first);
    expect(await axe(page)).to.deep.equal([]);

    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: review.keys });
    await sheet.getByText(review.acts.undo).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await sheet.getByLabel(review.keysOn).uncheck();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    expect(await openOne(page).textContent()).to.equal(first);
  });

  it('brings back with the reason what somebody else had changed meanwhile', async () => {
    const id = newId();
    const admin = await tests.requests('admin');
    const agency = { province: 'TH-40', district: 'น้ำพอง' };
    const put = await admin.put(`${sv}/responses/${id}`, { data: aResponse({ place: agency }) });
    expect(put.status()).to.equal(201);
    const page = await openQueue('somchai', '?office=national&channel=form');
    await openOne(page).waitFor();
    const other = { decision: 'rejected', reason: 'ซ้ำกับชุดอื่น' };
    await admin.post(`${sv}/responses/${id}/decisions`, { data: other });
    // it is the newest, so the last of the list
    const all = await queue(page).getByRole('listitem').count();
    for (let no = 1; no < all; no++) await page.keyboard.press('j');
    await page.keyboard.press('a');
    await queue(page).getByText(review.cameBack).waitFor();
  });

  it('is worked by thumb: the list, the one, a decision, the next one', async () => {
    const page = await openQueue('wanida', '', phone);
    await queue(page).getByRole('button').first().tap();
    const approve = page.getByRole('button', { name: review.approve });
    await approve.waitFor();
    expect(await axe(page)).to.deep.equal([]);
    const title = page.getByRole('region', { name: review.opened }).getByRole('heading').first();
    const stored = page.waitForResponse((one) => one.url().endsWith('/decisions'));
    await approve.tap();
    expect((await stored).status()).to.equal(201);
    await title.waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).to.be.at.most(360);
  });

  it('lets the sender mend what was sent back, on another phone, and shows what changed', async () => {
    const id = newId();
    const malee = await tests.requests('malee');
    const issues = [anIssue({ affected: 'ประมาณ 200' })];
    await malee.put(`${sv}/responses/${id}`, { data: aResponse({ issues }) });
    const admin = await tests.requests('admin');
    const reason = 'ขอหัวข้อที่สั้นกว่านี้';
    const data = { decision: 'returned', reason, pointer: '/issues/0/title' };
    await admin.post(`${sv}/responses/${id}/decisions`, { data });

    const { page } = await tests.open('malee', '#/home', phone);
    const item = page.getByRole('listitem').filter({ hasText: reason });
    await item.getByText(reason).waitFor();
    const about = common.returned.about('หัวข้อปัญหา');
    await item.getByText(about).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await item.getByRole('button', { name: common.returned.revise }).click();
    await page.waitForURL(/#\/collect\?draft=/);
    await page.getByText(collect.pointedAt(reason)).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    // as people write it, and with the word that says how exact it is
    expect(await page.getByLabel('วันที่สำรวจ').inputValue()).to.equal('20 พ.ย. 2569');
    expect(await page.getByLabel(/มีผู้ได้รับผลกระทบ/).inputValue()).to.equal('ประมาณ 200');
    await page.getByRole('link', { name: about }).press('Enter');
    await focusOn(page, '[id$="-title"]');
    await page.getByRole('textbox', { name: /ปัญหา/ }).first().fill('สัญญาณหลุดทุกครั้งที่ฝนตก');
    const answered = page.waitForResponse((one) => one.request().method() === 'PUT');
    await page.getByRole('button', { name: collect.send }).click();
    expect((await answered).status()).to.equal(200);
    await page.getByText(new RegExp(sending.mendedAt(''))).waitFor();
    const mended = await (await admin.get(`${sv}/responses/${id}`)).json();
    expect(mended.violations[0].code).to.equal('affected-approximate');

    const { page: desk } = await tests.open('admin', `#/responses/${id}`);
    await desk.getByText(words.one.happened.revised).waitFor();
    await desk.locator('.changes ins').getByText('สัญญาณหลุดทุกครั้งที่ฝนตก').waitFor();
    expect(await axe(desk)).to.deep.equal([]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
