// The way back: to the place on the page that was left, on to the next one after a decision, and to what was asked for at the door.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { common } from '../../client/i18n/th/everywhere.ts';
import { responses as words } from '../../client/i18n/th/responses.ts';
import { shell } from '../../client/i18n/th/shell.ts';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';

const queue = '#/responses?status=received&status=pending';

describe('the way back', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  async function open(who: string, hash: string, device = desktop): Promise<Page> {
    const { page } = await tests.open(who, hash, device);
    await settled(page);
    return page;
  }
  const items = (page: Page) => page.getByRole('list', { name: words.listLabel }).getByRole('link');
  const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id);
  /** without the round, which every address of a list gets */
  const bare = ({ hash }: URL) => hash.replace(/[?&]survey=[^&]*/, '');
  const hash = (page: Page) => bare(new URL(page.url()));

  /** Opens the 20th of the list, and says how far the page was scrolled. */
  async function openFromTheMiddle(page: Page): Promise<{ y: number; href: string | null }> {
    const link = items(page).nth(19);
    await link.scrollIntoViewIfNeeded();
    const left = { y: await scrolled(page), href: await link.getAttribute('href') };
    expect(left.y).to.be.above(1000);
    await link.click();
    await page.getByRole('region', { name: words.one.words }).waitFor();
    await settled(page);
    expect(await scrolled(page)).to.equal(0);
    expect(await focused(page)).to.equal('main');
    return left;
  }

  for (const device of [desktop, phone]) {
    const width = device.viewport?.width;
    it(`leads from a response to its place in the list, with its filter: ${width} px`, async () => {
      const page = await open('somchai', `${queue}&strategy=trust&strategy=society`, device);
      const { y, href } = await openFromTheMiddle(page);

      await page.goBack();
      await page.waitForFunction((top) => Math.abs(scrollY - top) < 3, y);
      await page.waitForFunction(
        (one) => document.activeElement?.getAttribute('href') === one,
        href,
      );

      await openFromTheMiddle(page);
      await page.getByRole('link', { name: words.one.back }).click();
      await page.waitForFunction((top) => Math.abs(scrollY - top) < 3, y);
      expect(hash(page)).to.equal(`${queue}&strategy=trust&strategy=society`);
    });
  }

  it('leads to the place again after a reload', async () => {
    const page = await open('nok', '#/responses');
    await items(page).nth(19).scrollIntoViewIfNeeded();
    const y = await scrolled(page);
    await page.reload();
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 3, y);
  });

  it('leads back to the dashboard where its number was pressed', async () => {
    const page = await open('nok', '#/');
    const link = page.getByRole('link', { name: /^อ่าน / }).last();
    await link.scrollIntoViewIfNeeded();
    const y = await scrolled(page);
    await link.click();
    await items(page).first().waitFor();
    await page.goBack();
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 3, y);
  });

  it('begins the next page of a list at its first line', async () => {
    const page = await open('nok', '#/responses');
    await page.getByRole('link', { name: words.next }).click();
    await page.waitForURL(/after=/);
    await settled(page);
    expect(await focused(page)).to.equal('list');
    expect(await scrolled(page)).to.be.below(400);
  });

  it('goes on to the next one of the list after a decision, and back to the list', async () => {
    const page = await open('wanida', `${queue}&strategy=trust`);
    const second = await items(page).nth(1).getAttribute('href');
    const third = await items(page).nth(2).getAttribute('href');
    await items(page).nth(1).click();
    const approve = page.getByRole('button', { name: words.review.approve });
    await approve.click();
    await page.getByText(words.review.done.approved).first().waitFor();
    await page.waitForFunction(
      (one) => document.activeElement?.getAttribute('href') === one,
      third,
    );

    await page.keyboard.press('Enter');
    await page.waitForURL((url) => bare(url) === third);
    await page.getByRole('button', { name: words.review.sendBack }).click();
    const dialog = page.getByRole('dialog', { name: words.review.returnTitle });
    await dialog.getByLabel(words.review.reason).fill('ขอชื่อหมู่บ้านที่ถูกต้อง');
    await dialog.getByRole('button', { name: words.review.returnDo }).click();
    const onward = page.getByRole('link', { name: words.review.next('') });
    await onward.waitFor();
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute('href')?.startsWith('#/responses/'),
    );

    await page.goBack();
    await items(page).first().waitFor();
    expect(hash(page)).to.equal(`${queue}&strategy=trust`);
    const left = await items(page).evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(left).not.to.include(second);
    expect(left).not.to.include(third);
  });

  it('gives the focus back to the button of a dialog that was closed', async () => {
    const page = await open('wanida', queue);
    await items(page).first().click();
    const sendBack = page.getByRole('button', { name: words.review.sendBack });
    const dialog = page.getByRole('dialog');
    await sendBack.click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await sendBack.and(page.locator(':focus')).waitFor();
  });

  it('leads who collects to the home of the field, and others to the overview', async () => {
    for (const [who, address] of [
      ['malee', '#/home'],
      ['nok', '#/'],
    ] as const) {
      const page = await open('visitor', '');
      await signIn(page, who);
      await page.waitForURL((url) => bare(url) === address);
      await settled(page);
    }
  });

  it('leads a visitor to what was asked for, however deep', async () => {
    const batch = '#/batches?after=1700000000000%3Aabc';
    const asked = [
      ['somchai', batch],
      ['wanida', `${queue}&province=TH-30`],
      ['malee', '#/collect'],
      ['nok', '#/?province=TH-50&strategy=trust'],
    ] as const;
    for (const [who, address] of asked) {
      const page = await open('visitor', address);
      await signIn(page, who);
      // a new draft has an id
      await page.waitForURL((url) => url.hash.startsWith(address));
      await page.context().close();
    }
  });

  it('leads back after signing in again in the middle', async () => {
    const page = await open('visitor', queue);
    await signIn(page, 'wanida');
    await items(page).first().waitFor();
    await page.context().clearCookies();
    const href = await items(page).first().getAttribute('href');
    await items(page).first().click();
    await page.waitForURL(/#\/signin/);
    await signIn(page, 'wanida');
    await page.waitForURL((url) => bare(url) === href);
    await page.getByRole('button', { name: words.review.approve }).waitFor();
  });

  it('leads from a row of a file to its response and back to the row', async () => {
    const office = await tests.requests('somchai');
    const rows = Array.from({ length: 30 }, (_, n) => `ขอนแก่น,ทางกลับจากแถว ${n},3`);
    const sent = await office.post('/api/surveys/2569/batches', {
      multipart: {
        file: {
          name: 'ทางกลับ.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(['จังหวัด,ปัญหา,ระดับ', ...rows].join('\n')),
        },
      },
    });
    const page = await open('somchai', `#/batches/${(await sent.json()).id}`);
    const link = page.getByRole('link', { name: 'เปิดแบบสำรวจ' }).nth(20);
    await link.scrollIntoViewIfNeeded();
    const y = await scrolled(page);
    await link.click();
    await page.getByRole('link', { name: common.pageBefore }).click();
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 3, y);
  });
});

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel(shell.signIn.username).fill(username);
  await page.getByRole('textbox', { name: shell.signIn.password }).fill('rabfang-demo');
  await page.getByRole('button', { name: shell.signIn.submit, exact: true }).click();
}
