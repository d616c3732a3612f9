// Signing out: what it leaves on the device, and that it holds when nobody could be told.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { phone, signIn } from '../support/browser.ts';
import { fillVisit, kept, received, send, storedWith } from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe } from '../support/page-checks.ts';

describe('signing out', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  async function open(): Promise<Page> {
    const { page } = await tests.open('malee', '#/collect', phone);
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    return page;
  }
  async function leave(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'เมนู' }).click();
    await page.getByRole('button', { name: 'ออกจากระบบ' }).click();
  }
  const atTheDoor = (page: Page) => page.getByRole('textbox', { name: 'ชื่อผู้ใช้' }).waitFor();
  const gone = (page: Page) =>
    page.getByRole('button', { name: 'เมนู' }).waitFor({ state: 'detached' });
  /** what the device keeps, by store */
  const held = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const opening = indexedDB.open('rabfang');
          opening.onsuccess = () => {
            const stores = ['drafts', 'sets'].map((name) => {
              const counting = opening.result.transaction(name).objectStore(name).count();
              return new Promise<number>((done) => {
                counting.onsuccess = () => done(counting.result);
              });
            });
            resolve(Promise.all(stores));
          };
        }),
    );

  it('takes along what was sent', async () => {
    const page = await open();
    await fillVisit(page, { title: 'ส่งแล้วจึงออก' });
    await send(page);
    await received(page);
    expect(await held(page)).to.deep.equal([0, 1]);

    await leave(page);

    await atTheDoor(page);
    expect(await held(page)).to.deep.equal([0, 0]);
  });

  it('says what waits, asks, and keeps it for the next time', async () => {
    const page = await open();
    const title = 'ออกก่อนส่ง';
    await page.context().setOffline(true);
    await fillVisit(page, { title });
    await send(page);
    await kept(page);

    await leave(page);
    await page.getByText('มี 1 ชุดที่กรอกไว้แต่ยังไม่ได้ส่ง').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'ออกจากระบบ และเก็บไว้ในเครื่อง' }).click();
    await gone(page);
    expect(await held(page)).to.deep.equal([0, 1]);

    await page.context().setOffline(false);
    await signIn(page.context(), tests.server.url, 'malee');
    await page.goto(`${tests.server.url}/#/home`);
    await page.reload();
    const reader = await tests.requests('admin');
    for (let n = 0; n < 40 && (await storedWith(reader, title)).length === 0; n++)
      await page.waitForTimeout(250);
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('keeps what the server refused: it is nowhere else', async () => {
    const page = await open();
    await page.route(/\/responses\/[0-9a-f-]{36}$/, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: '{"type":"/problems/survey-closed","title":"","status":409,"instance":"x"}',
      }),
    );
    await fillVisit(page, { title: 'รอบปิดก่อนส่ง' });
    await send(page);
    await page.getByRole('heading', { name: 'ศูนย์ข้อมูลยังไม่รับชุดนี้' }).waitFor();

    await leave(page);
    await page.getByRole('button', { name: 'ออกจากระบบ และเก็บไว้ในเครื่อง' }).click();
    await gone(page);
    expect(await held(page)).to.deep.equal([0, 1]);
  });

  it('gives the focus back to the button when it is thought better of, by key and by button', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await fillVisit(page, { title: 'ยังไม่ออก รอส่งก่อน' });
    await send(page);
    const button = page.getByRole('button', { name: 'ออกจากระบบ', exact: true });
    const dialog = page.getByRole('dialog', { name: 'ยังส่งไม่ครบ' });
    await page.getByRole('button', { name: 'เมนู' }).click();
    for (const close of ['key', 'button']) {
      await button.press('Enter');
      await dialog.waitFor();
      if (close === 'key') await page.keyboard.press('Escape');
      else await dialog.getByRole('button', { name: 'ยังไม่ออก' }).click();
      await dialog.waitFor({ state: 'detached' });
      // it comes back once the page is drawn without the dialog
      await button.and(page.locator(':focus')).waitFor();
    }
  });

  it('leads the focus to the door, and says so', async () => {
    const page = await open();
    await leave(page);
    await atTheDoor(page);
    await page.getByRole('status').getByText('ออกจากระบบแล้ว').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('main');
  });

  it('holds without network, also after a reload, and is told once it can be', async () => {
    const page = await open();
    const context = page.context();
    const cookies = await context.cookies();
    await context.setOffline(true);

    await leave(page);
    await gone(page);
    await page.close(); // before anything could be told
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(`${tests.server.url}/#/collect`);
    await atTheDoor(later);

    const session = cookies.find(({ name }) => name.includes('session'));
    const asBefore = () =>
      fetch(`${tests.server.url}/api/session`, {
        headers: { cookie: `${session?.name}=${session?.value}` },
      });
    for (let n = 0; n < 40 && (await asBefore()).status === 200; n++)
      await page.waitForTimeout(250);
    expect((await asBefore()).status).to.equal(401);
  });
});
