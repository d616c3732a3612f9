// The enumerator's day where there is no signal: after one visit everything opens again, with the server really gone.
import { expect } from 'chai';
import { type APIRequestContext, type Page, request } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import {
  type FieldPhone,
  type FieldServer,
  keptForOffline,
  openPhone,
  startFieldServer,
} from '../support/field-phone.ts';
import {
  fillVisit,
  kept,
  keptOnDevice,
  received,
  send,
  storedWith,
  toOutbox,
} from '../support/fill-form.ts';
import { startVersions } from '../support/next-version.ts';
import { axe } from '../support/page-checks.ts';

const titleField = (page: Page) => page.getByRole('textbox', { name: 'หัวข้อปัญหา' });

describe('a cold start without network', function () {
  this.timeout(120_000);
  let server: FieldServer;
  let phone: FieldPhone;
  let reader: APIRequestContext;

  before(async () => {
    server = await startFieldServer();
    reader = await request.newContext({ baseURL: server.url });
    await signIn({ request: reader }, server.url, 'admin');
  });
  beforeEach(async () => {
    phone = await openPhone(server.url);
    await signIn(phone.context, server.url, 'malee');
  });
  afterEach(async () => {
    await phone.close();
    await server.back();
  });
  after(async () => {
    await reader.dispose();
    await server.end();
  });

  it('opens everything of the day in a new tab and after a restart, keeps what is filled in, and sends it later', async () => {
    const title = 'เสาสัญญาณล้มหลังพายุ';
    const first = await phone.newPage('#/home');
    await first
      .getByRole('link', { name: /กรอกแบบสำรวจ|เริ่ม/ })
      .first()
      .waitFor();
    await keptForOffline(first);
    await server.away();
    await first.close();
    await phone.restart();

    const page = await phone.newPage('#/collect');
    await fillVisit(page, { title });
    await page.locator('datalist option[value="แม่ริม"]').waitFor({ state: 'attached' });
    await keptOnDevice(page, new RegExp(title));
    // nothing is closed in order: the battery is empty
    await phone.restart('killed');
    const again = await phone.newPage('#/home');
    await again.getByRole('link', { name: /ร่าง/ }).first().click();
    expect(await titleField(again).inputValue()).to.equal(title);
    await send(again);
    await kept(again);
    await again.getByText('เปิดรับฟังอีกครั้งได้แม้ไม่มีสัญญาณ').waitFor();
    expect(await axe(again)).to.deep.equal([]);
    await toOutbox(again);
    await again.getByRole('heading', { name: /^รอส่ง/ }).waitFor();
    await server.back();
    await signalBack(again);
    await again.getByRole('heading', { name: /^ส่งถึงแล้ว/ }).waitFor();
    const [stored] = await storedWith(reader, title);
    await sendBack(reader, stored?.id ?? '');
    // what was sent back is mended without network too, and comes as the next revision
    const heard = await phone.newPage('#/home');
    await heard.getByText(sentBackFor).waitFor();
    await server.away();
    await phone.restart();
    const mending = await phone.newPage('#/home');
    await mending.getByText(sentBackFor).waitFor();
    await mending.getByRole('button', { name: /^แก้และส่งใหม่/ }).click();
    await titleField(mending).fill(`${title} ที่วัด`);
    await send(mending);
    await kept(mending);
    await server.back();
    await signalBack(mending);
    await received(mending);
    expect(await storedWith(reader, title)).to.have.length(0);
    expect((await storedWith(reader, `${title} ที่วัด`)).map(({ id }) => id)).to.deep.equal([
      stored?.id,
    ]);
  });

  it('speaks both languages there, also the one that was never used before', async () => {
    const first = await phone.newPage('#/home');
    await keptForOffline(first);
    await server.away();
    await first.close();
    const page = await phone.newPage('#/home');
    await page.evaluate(() => localStorage.setItem('rabfang.lang', 'en'));
    await page.reload();
    await page.getByRole('heading', { name: /^Hello/ }).waitFor();
    for (const [hash, heading] of [
      ['#/outbox', 'Outbox'],
      ['#/me', /.+/],
    ] as const) {
      await page.goto(`${server.url}/${hash}`);
      await page.getByRole('heading', { name: heading }).first().waitFor();
      expect(await page.getByText('The page could not be opened').count()).to.equal(0);
    }
    await page.goto(`${server.url}/#/collect`);
    await page.getByRole('button', { name: 'Save and send' }).waitFor();
  });

  it('promises no cold start where the browser keeps no app', async () => {
    await phone.context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
    );
    const page = await phone.newPage('#/collect');
    await titleField(page).waitFor();
    await server.away();
    await fillVisit(page, { title: 'ไม่มีที่ให้เก็บแอป' });
    await send(page);
    await kept(page);
    await page.getByText('เครื่องนี้ต้องมีสัญญาณจึงเปิดรับฟังได้อีก').waitFor();
    await server.back();
    await toOutbox(page);
    await signalBack(page);
    await page.getByRole('heading', { name: /^ส่งถึงแล้ว/ }).waitFor();
  });

  it('lets a new version in when no form is open in any tab, and loses nothing by it', async () => {
    const title = 'กรอกค้างไว้ระหว่างเปลี่ยนรุ่น';
    const versions = await startVersions(server.url);
    const ownPhone = await openPhone(versions.url);
    try {
      await signIn(ownPhone.context, versions.url, 'malee');
      const form = await ownPhone.newPage('#/collect');
      await titleField(form).waitFor();
      await keptForOffline(form);
      const home = await ownPhone.newPage('#/home');
      versions.release('next');
      await home.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
      });
      await leadOn(home);
      // a form is open in the other tab
      expect(await versionOf(home)).to.equal(null);
      expect(await home.evaluate(isVersionWaiting)).to.equal(true);

      await fillVisit(form, { title });
      await send(form);
      await received(form);
      for (const page of [form, home]) await newestIsIn(page);
      expect(await storedWith(reader, title)).to.have.length(1);
    } finally {
      await ownPhone.close();
      await versions.close();
    }
  });
});

const sentBackFor = 'ขอชื่อสถานที่ของเสา';

async function sendBack(reviewer: APIRequestContext, id: string): Promise<void> {
  const data = { decision: 'returned', reason: sentBackFor };
  const answer = await reviewer.post(`/api/surveys/2569/responses/${id}/decisions`, { data });
  expect(answer.ok(), await answer.text()).to.equal(true);
}

/** The phone says so; it would try by itself a little later. */
const signalBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

const versionOf = (page: Page) =>
  page
    .locator('html')
    .evaluate(
      () => document.querySelector('meta[name="test-version"]')?.getAttribute('content') ?? null,
    );

/** It comes between two pages, once it has been let in: another step, when that was too early. */
async function newestIsIn(page: Page): Promise<void> {
  const isThere = () =>
    page.locator('meta[content="next"]').waitFor({ state: 'attached', timeout: 11_000 });
  for (let left = 4; left > 0; left -= 1) {
    await leadOn(page);
    if (
      await isThere().then(
        () => true,
        () => false,
      )
    )
      return;
  }
  await isThere();
}

async function isVersionWaiting(): Promise<boolean> {
  return (await navigator.serviceWorker.ready).waiting !== null;
}

/** To the other of two pages on which nothing is typed, until it is there. */
async function leadOn(page: Page): Promise<void> {
  const isHome = page.url().includes('#/home');
  await page.evaluate((hash) => location.assign(hash), isHome ? '#/outbox' : '#/home');
  await page
    .getByRole('heading', { name: isHome ? 'กล่องขาออก' : /^สวัสดี/ })
    .first()
    .waitFor();
}
