// What a poor line pays until the first question can be answered. Sizes and journeys, not times: those are `npm run bench -- form`.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import { fillVisit, keptOnDevice, received, send, storedWith } from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { countLine } from '../support/slow-line.ts';

/** with the pieces that come along: what the overview wants of it too, and the bundler's own */
const restOfTheForm = /\/assets\/(rest|common|rolldown-runtime)-[^/]+\.js$/;
/** but what a demonstration alone shows */
const neededFirst = /\/assets\/(?!DemoAccounts)[^/]+\.js$/;
const titleField = (page: Page) => page.getByRole('textbox', { name: 'หัวข้อปัญหา' });

describe('the first visit to the field', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  /** A page whose rest of the form does not come before `letCome`. */
  async function withoutRest(username: string) {
    const { page } = await tests.open(username, '', phone);
    await page.goto('about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    const { promise: mayCome, resolve: letCome } = withResolvers();
    let held = 0;
    await page.route(restOfTheForm, async (route) => {
      held += 1;
      await mayCome;
      await route.continue();
    });
    return { page, line: await countLine(page, neededFirst), letCome, held: () => held };
  }

  it('signs in, shows the home and asks the first question with one file of 60 KiB, in few journeys', async () => {
    const { page, line, letCome, held } = await withoutRest('visitor');
    await page.goto(`${tests.server.url}/#/signin`);
    await page.getByRole('textbox', { name: 'ชื่อผู้ใช้' }).fill('malee');
    await page.getByRole('textbox', { name: 'รหัสผ่าน' }).fill('rabfang-demo');
    await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
    await page.getByRole('heading', { name: /^สวัสดี/ }).waitFor();
    await page.goto(`${tests.server.url}/#/collect`);
    await titleField(page).waitFor();
    const { requests, script } = line();
    expect(held(), 'the rest was asked for, and is not here').to.be.above(0);
    expect(script / 1024, 'KiB of script, with the heads of its answers').to.be.within(20, 61.5);
    expect(requests, 'with what home asks: own numbers, what was sent back').to.be.at.most(20);
    letCome();
  });

  it('asks for little before the form can be filled in, keeps what is typed then, and sends it once it can be checked', async () => {
    const title = `ก่อนที่ส่วนตรวจจะมาถึง ${Date.now() % 100_000}`;
    const { page, line, letCome } = await withoutRest('malee');
    await page.goto(`${tests.server.url}/#/collect`);
    await titleField(page).waitFor();
    expect(line().requests, 'page, script, style, session, rounds, mark, letters').to.be.at.most(
      12,
    );
    await fillVisit(page, { title, detail: 'โทร 081-234-5678' });
    await keptOnDevice(page, new RegExp(title));
    await send(page);
    await page.getByRole('button', { name: 'กำลังโหลดส่วนตรวจคำตอบ…' }).waitFor();
    letCome();
    await received(page);
    const reader = await tests.requests('admin');
    const [stored] = await storedWith(reader, title);
    expect(stored?.issues[0]?.detail, 'read by the rules before it left').to.equal('โทร [เบอร์โทร]');
  });

  it('gives up a press that came before the rules once more is typed, and opens no calendar late', async () => {
    const title = `กดก่อนแล้วพิมพ์ต่อ ${Date.now() % 100_000}`;
    const { page, letCome } = await withoutRest('malee');
    await page.goto(`${tests.server.url}/#/collect`);
    await titleField(page).waitFor();
    await page.getByRole('button', { name: 'เลือกวันที่จากปฏิทิน' }).first().click();
    await fillVisit(page, { title });
    await send(page);
    await page.getByRole('button', { name: 'กำลังโหลดส่วนตรวจคำตอบ…' }).waitFor();
    await titleField(page).fill(`${title} อีก`);
    const rest = page.waitForResponse(restOfTheForm);
    letCome();
    await (await rest).finished();
    await page.waitForTimeout(1000);
    expect(await page.getByRole('dialog').count()).to.equal(0);
    await page.getByRole('button', { name: 'บันทึกและส่ง' }).waitFor();
    await send(page);
    await received(page);
    const reader = await tests.requests('admin');
    expect(await storedWith(reader, title)).to.have.length(0);
    expect(await storedWith(reader, `${title} อีก`)).to.have.length(1);
  });

  it('loads the page again where the rest has gone, and has what was typed', async () => {
    const title = `ส่วนตรวจหายไป ${Date.now() % 100_000}`;
    const { page } = await tests.open('malee', '', phone);
    await page.goto('about:blank');
    await page.route(restOfTheForm, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${tests.server.url}/#/collect`);
    await titleField(page).waitFor();
    await fillVisit(page, { title });
    await keptOnDevice(page, new RegExp(title));
    await send(page);
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'โหลดหน้านี้ใหม่' }).click();
    await loaded;
    await page.unroute(restOfTheForm);
    expect(await titleField(page).inputValue()).to.equal(title);
    await send(page);
    await received(page);
    expect(await storedWith(await tests.requests('admin'), title)).to.have.length(1);
  });

  it('says so when the line breaks in between, loses nothing, and goes on by itself', async () => {
    const title = `สายขาดก่อนส่วนตรวจ ${Date.now() % 100_000}`;
    const { page, context } = await tests.open('malee', '', phone);
    await page.goto('about:blank');
    await page.route(restOfTheForm, (route) => route.abort());
    await page.goto(`${tests.server.url}/#/collect`);
    await titleField(page).waitFor();
    await context.setOffline(true);
    await fillVisit(page, { title });
    await keptOnDevice(page, new RegExp(title));
    await send(page);
    await page.getByText('ยังโหลดส่วนตรวจคำตอบไม่ได้').waitFor();
    await page.unroute(restOfTheForm);
    await context.setOffline(false);
    await received(page);
    expect(await storedWith(await tests.requests('admin'), title)).to.have.length(1);
  });
});

describe('the first visit to the overview', () => {
  const tests = onDemonstration();

  it('fetches nothing of the form that is only needed once it is sent', async () => {
    const { page } = await tests.open('nok', '', desktop);
    await page.goto('about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(`${tests.server.url}/#/`);
    await page.locator('section.fig canvas').first().waitFor();
    const scripts = fetched.filter((path) => path.endsWith('.js'));
    expect(scripts.length, 'scripts of the overview').to.be.above(3);
    expect(scripts.filter((path) => path.includes('/rest-'))).to.deep.equal([]);
  });
});

function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
