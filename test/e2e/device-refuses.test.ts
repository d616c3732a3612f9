// A device that keeps nothing, or takes away what it kept: nothing that was filled in is lost, and the page says what is so.
import { readFileSync } from 'node:fs';
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
import { fillVisit, keptOnDevice, received, send, storedWith } from '../support/fill-form.ts';

const cannotKeep = 'เครื่องนี้เก็บข้อมูลไม่ได้';
const titleField = (page: Page) => page.getByRole('textbox', { name: 'หัวข้อปัญหา' });

describe('a device that refuses', function () {
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
  afterEach(() => phone.close());
  after(async () => {
    await reader.dispose();
    await server.end();
  });

  async function openForm(): Promise<Page> {
    const page = await phone.newPage('#/collect');
    await titleField(page).waitFor();
    return page;
  }

  it('has no room: says so, keeps the form as it is, and sends once there is room', async () => {
    const title = 'พื้นที่เต็มก่อนบันทึก';
    const page = await openForm();
    const devtools = await phone.context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
    await fillVisit(page, { title });
    await send(page);
    await page.getByText(cannotKeep).waitFor();
    expect(await titleField(page).inputValue()).to.equal(title);
    expect(await storedWith(reader, title)).to.have.length(0);

    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url });
    await send(page);
    await received(page);
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('has no database for us: the form leaves as a file, and the outbox says what is so', async () => {
    const title = 'ไม่มีฐานข้อมูลในเครื่อง';
    await phone.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'UnknownError');
      };
    });
    const page = await openForm();
    await fillVisit(page, { title });
    await send(page);
    await page.getByText(cannotKeep).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'เก็บเป็นไฟล์' }).click();
    const file = readFileSync(await (await saved).path(), 'utf8');
    expect(file).to.include(title);

    const outbox = await phone.newPage('#/outbox');
    await outbox.getByText('เครื่องนี้ไม่ยอมให้เก็บข้อมูล').waitFor();
  });

  it('throws away what it kept under an open form: what stands in it is kept again, and goes once', async () => {
    const title = 'ฐานข้อมูลหายใต้ฟอร์ม';
    const page = await openForm();
    await fillVisit(page, { title: 'ก่อนหาย' });
    await keptOnDevice(page, /ก่อนหาย/);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('rabfang');
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(deleting.error);
        }),
    );
    await titleField(page).fill(title);
    await send(page);
    await received(page);
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('drops the app under an open form: it goes on, and the next visit keeps the app again', async () => {
    const title = 'ตัวแอปถูกลบใต้ฟอร์ม';
    const page = await openForm();
    await keptForOffline(page);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await fillVisit(page, { title });
    await send(page);
    await received(page);
    expect(await storedWith(reader, title)).to.have.length(1);

    await page.close();
    const next = await phone.newPage('#/home');
    await keptForOffline(next);
    await server.away();
    const offline = await phone.newPage('#/collect');
    await titleField(offline).waitFor();
    await server.back();
  });
});
