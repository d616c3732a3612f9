// What waits goes out although no page is open any more: the browser wakes the service worker (Background Sync).
import { createServer } from 'node:http';
import { expect } from 'chai';
import { type APIRequestContext, type BrowserContext, type Page, request } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import {
  type FieldPhone,
  type FieldServer,
  keptForOffline,
  openPhone,
  startFieldServer,
} from '../support/field-phone.ts';
import { fillVisit, kept, received, send, storedWith } from '../support/fill-form.ts';
import { aPng } from '../support/photos.ts';

const tag = 'rabfang-outbox';

describe('sending when no page is open', function () {
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
    await phone.context.grantPermissions(['background-sync']);
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

  /** Filled in and kept while the server is away; the page is closed then. */
  async function fillWithoutLine(
    title: string,
    beforeClosing: (page: Page) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const page = await phone.newPage('#/collect');
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    await keptForOffline(page);
    await server.away();
    await fillVisit(page, { title });
    await page
      .getByLabel('เลือกภาพ', { exact: true })
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: aPng(61, 20).bytes });
    await page.getByRole('img', { name: 'ภาพที่ 1', exact: true }).waitFor();
    await send(page);
    await kept(page);
    expect(await until(() => tagsAsked(page)), 'the worker is to be woken').to.deep.equal([tag]);
    await beforeClosing(page);
    await page.close();
  }

  it('is asked for also where the device knows that it has no network', async () => {
    const title = 'เครื่องรู้ว่าไม่มีเครือข่าย';
    const page = await phone.newPage('#/collect');
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    await keptForOffline(page);
    await phone.context.setOffline(true);
    await fillVisit(page, { title });
    await send(page);
    await kept(page);
    await page.waitForTimeout(500);
    expect(await tagsAsked(page)).to.deep.equal([tag]);
    await page.close();
    await phone.context.setOffline(false);
    await wakeWorker(phone.context, server.url);
    expect(await until(() => storedWith(reader, title))).to.have.length(1);
  });

  it('sends no more once somebody else has signed in', async () => {
    await fillWithoutLine('ชุดแรกของมาลี');
    await fillWithoutLine('ชุดที่สองของมาลี');
    const { came, end } = await changingHands(server.url);
    await wakeWorker(phone.context, server.url);
    await until(async () => came);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await end();
    expect(came).to.have.length(1);
  });

  it('sends nothing of who signed out while nobody could be told, until they are back', async () => {
    const title = 'ออกจากระบบตอนไม่มีสัญญาณ';
    await fillWithoutLine(title, async (page) => {
      await page.getByRole('button', { name: 'เมนู' }).click();
      await page.getByRole('button', { name: 'ออกจากระบบ' }).click();
      await page.getByRole('button', { name: 'ออกจากระบบ และเก็บไว้ในเครื่อง' }).click();
      await page.getByRole('button', { name: 'เมนู' }).waitFor({ state: 'detached' });
    });
    await server.back();
    await wakeWorker(phone.context, server.url);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await storedWith(reader, title)).to.have.length(0);

    const page = await phone.newPage('#/home');
    await page.getByRole('textbox', { name: 'ชื่อผู้ใช้' }).fill('malee');
    await page.getByRole('textbox', { name: 'รหัสผ่าน' }).fill('rabfang-demo');
    await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
    expect(await until(() => storedWith(reader, title))).to.have.length(1);
  });

  it('sends the set and its photo once, and the page that is opened later has the receipt', async () => {
    const title = 'ส่งเองเมื่อไม่มีหน้าเปิดอยู่';
    await fillWithoutLine(title);
    await server.back();
    await wakeWorker(phone.context, server.url);
    const stored = await until(() => storedWith(reader, title));
    expect(stored).to.have.length(1);
    await until(() => photosOf(stored[0]?.id ?? ''));

    const page = await phone.newPage('#/outbox');
    await page.getByRole('heading', { name: /^ส่งถึงแล้ว/ }).waitFor();
    await page.getByText(stored[0]?.receipt ?? '').waitFor();
    expect(await page.getByRole('heading', { name: /^รอส่ง/ }).count()).to.equal(0);
  });

  it('keeps everything when the session has ended meanwhile, until its person signs in', async () => {
    const title = 'หมดเวลาเข้าระบบก่อนส่ง';
    await fillWithoutLine(title);
    await server.back();
    await phone.context.clearCookies();
    await wakeWorker(phone.context, server.url);
    const page = await phone.newPage('#/outbox');
    await page.getByRole('heading', { name: /^รอส่ง/ }).waitFor();
    expect(await storedWith(reader, title)).to.have.length(0);
    await signIn(phone.context, server.url, 'malee');
    await page.reload();
    await page.getByRole('heading', { name: /^ส่งถึงแล้ว/ }).waitFor();
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('sends nothing of somebody else, who has no session', async () => {
    const title = 'ของมาลี ไม่ใช่ของสมชาย';
    await fillWithoutLine(title);
    await server.back();
    await phone.context.clearCookies();
    await signIn(phone.context, server.url, 'admin');
    await wakeWorker(phone.context, server.url);
    const page = await phone.newPage('#/outbox');
    await page.getByText('ในเครื่องนี้มีอีก 1 ชุดของผู้ใช้อื่น').waitFor();
    expect(await storedWith(reader, title)).to.have.length(0);
  });

  it('leaves a set to the page that sends it', async () => {
    const title = 'หน้าเปิดอยู่ก็ส่งครั้งเดียว';
    const page = await phone.newPage('#/collect');
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    await keptForOffline(page);
    await fillVisit(page, { title });
    await Promise.all([send(page), wakeWorker(phone.context, server.url)]);
    await received(page);
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  async function photosOf(id: string): Promise<readonly unknown[]> {
    const answer = await reader.get(`/api/surveys/2569/responses/${id}/photos`);
    const { items } = (await answer.json()) as { items: { arrived: unknown }[] };
    return items.filter(({ arrived }) => arrived !== null);
  }
});

const tagsAsked = (page: Page) =>
  page.evaluate(async () => {
    const { sync } = (await navigator.serviceWorker.ready) as unknown as {
      readonly sync: { getTags(): Promise<string[]> };
    };
    return await sync.getTags();
  });

/** Stands where the server was: malee is signed in until the first of hers has come, then somebody else. */
async function changingHands(url: string) {
  const came: string[] = [];
  const { hostname, port } = new URL(url);
  const standIn = createServer((asked, answer) => {
    asked.resume();
    const isSent = asked.method === 'PUT';
    if (isSent) came.push(asked.url ?? '');
    const session = { user: { username: came.length === 0 ? 'malee' : 'somchai' } };
    const receipt = { id: asked.url?.split('/').at(-1), receipt: 'RF-50-2K7Q-4M', violations: [] };
    const receivedAt = new Date().toISOString();
    answer.writeHead(isSent ? 201 : 200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(isSent ? { ...receipt, receivedAt, status: 'received' } : session));
  });
  await new Promise<void>((resolve) => standIn.listen(Number(port), hostname, resolve));
  const end = () =>
    new Promise((resolve) => {
      standIn.close(resolve);
      standIn.closeAllConnections();
    });
  return { came, end };
}

/** As the browser does when it has a line again. */
async function wakeWorker(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const one = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`);
      if (one) resolve(one.registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  await devtools.send('ServiceWorker.dispatchSyncEvent', {
    ...{ origin, registrationId, tag, lastChance: false },
  });
  await page.close();
}

async function until<T>(look: () => Promise<readonly T[]>): Promise<readonly T[]> {
  for (;;) {
    const seen = await look();
    if (seen.length > 0) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
