import { expect } from 'chai';
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core';
import { desktop } from '../support/browser.ts';
import { fillVisit, kept, received, send, storedWith, toOutbox } from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';

const anyResponse = /\/responses\/[0-9a-f-]{36}$/;

describe('outbox: nothing counts twice, whatever happens on the way', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  let reader: APIRequestContext;

  before(async () => {
    reader = await tests.requests('admin');
  });

  async function open(options = desktop): Promise<Page> {
    const { page } = await tests.open('malee', '#/collect', options);
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    return page;
  }

  it('opens the pages of the field without network, also after one that could not be opened', async () => {
    const page = await open();
    // the other pages of the field have come by themselves
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /rest-[^/]*\.js/.test(name)),
    );
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    const to = (path: string) => page.evaluate((hash) => location.assign(hash), `#${path}`);

    await to('/responses');
    await page.getByText('เปิดหน้านี้ไม่ได้').waitFor();
    await to('/home');

    await page.getByText('เก็บข้อมูลวันนี้').or(page.getByText('สวัสดี')).first().waitFor();
    expect(await page.getByText('เปิดหน้านี้ไม่ได้').count()).to.equal(0);
    await page.context().setOffline(false);
  });

  const browsers: readonly [string, () => void][] = [
    ['a browser', () => undefined],
    ['a browser without locks and randomUUID, as on plain http', withoutSecureContext],
  ];
  for (const [name, init] of browsers) {
    it(`sends a set once, from however many tabs of ${name}`, async () => {
      const { page } = await tests.open('malee', '', desktop);
      await page.context().addInitScript(init);
      // a page that is reloaded may find the draft still held by the one before
      await page.goto('about:blank');
      await page.goto(`${tests.server.url}/#/collect`);
      await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
      expect(await page.evaluate(() => Boolean(navigator.locks))).to.equal(
        init !== withoutSecureContext,
      );
      const title = `ไม่มีศูนย์อบรมในตำบล ${name}`;
      const context = page.context();
      const tabs = [await context.newPage(), await context.newPage()];
      const puts = countPuts(context);
      for (const tab of tabs) await tab.goto(page.url().replace(/#.*/, '#/outbox'));
      await page.bringToFront();
      await fillVisit(page, { title });
      await context.setOffline(true);
      await send(page);
      await kept(page);
      for (const tab of tabs) await tab.getByText('เก็บในเครื่องนี้แล้ว รอส่ง').waitFor();

      await context.setOffline(false);
      for (const tab of tabs) {
        // it may be gone already: then there is nothing left to push
        const now = tab.getByRole('button', { name: 'ส่งตอนนี้' });
        await now.dispatchEvent('click', undefined, { timeout: 500 }).catch(() => undefined);
      }

      await received(page);
      for (const tab of tabs) await tab.getByText('ส่งถึงแล้ว').first().waitFor();
      expect(puts(), 'requests that reached the server').to.equal(1);
      expect(await storedWith(reader, title)).to.have.length(1);
    });
  }

  it('sends again after the page died before the answer came', async () => {
    const page = await open();
    const title = 'ไฟดับบ่อยจนเครือข่ายล่ม';
    await fillVisit(page, { title });
    const context = page.context();
    const arrived = new Promise<void>((resolve) => {
      void context.route(anyResponse, async (route) => {
        await route.fetch();
        resolve();
      });
    });

    await send(page);
    await arrived;
    const later = await context.newPage();
    await context.unroute(anyResponse);
    await page.close();
    await later.goto(`${tests.server.url}/#/outbox`);

    await later.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('waits as long as a busy server asks, even when pushed', async () => {
    const page = await open();
    const title = 'ระบบจองคิวออนไลน์ล่ม';
    await fillVisit(page, { title });
    let askedAt = 0;
    await page.context().route(anyResponse, (route) => {
      askedAt = Date.now();
      return route.fulfill({
        status: 503,
        headers: { 'retry-after': '3', 'content-type': 'application/problem+json' },
        body: '{"type":"/problems/storage-full","title":"","status":503,"instance":"x"}',
      });
    });
    await send(page);
    await page.getByText('ศูนย์ข้อมูลขอให้รอสักครู่').waitFor();
    await page.context().unroute(anyResponse);
    const again = page.context().waitForEvent('request', (request) => request.method() === 'PUT');
    const againAt = again.then(() => Date.now());

    await toOutbox(page);
    await page.getByRole('button', { name: 'ส่งตอนนี้' }).click();

    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect((await againAt) - askedAt, 'ms until it asked again').to.be.at.least(2_990);
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('is stored once when the answers are lost on the way, again and again', async () => {
    const page = await open();
    const title = 'ลงทะเบียนออนไลน์ไม่ผ่าน';
    await fillVisit(page, { title });
    await page.context().route(anyResponse, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    const lost = () =>
      page.context().waitForEvent('requestfailed', (request) => anyResponse.test(request.url()));

    await Promise.all([lost(), send(page)]);
    await kept(page);
    await toOutbox(page);
    const now = page.getByRole('button', { name: 'ส่งตอนนี้' });
    for (let again = 0; again < 3; again++) await Promise.all([lost(), now.click()]);
    await page.context().unroute(anyResponse);
    await now.click();

    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect(await storedWith(reader, title)).to.have.length(1);
  });
});

function countPuts(context: BrowserContext): () => number {
  let puts = 0;
  context.on('requestfinished', (request) => {
    if (request.method() === 'PUT') puts += 1;
  });
  return () => puts;
}

/** Runs in the page before its own code. */
function withoutSecureContext(): void {
  Object.defineProperty(navigator, 'locks', { value: undefined });
  Object.defineProperty(crypto, 'randomUUID', { value: undefined });
}
