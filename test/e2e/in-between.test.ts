// What comes in between while a file is on its way or words are typed: a new version of the app, somebody else in the same browser.
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { batches as words } from '../../client/i18n/th/batches.ts';
import { mend } from '../../client/i18n/th/mend.ts';
import { desktop, phone, signIn } from '../support/browser.ts';
import {
  type FieldServer,
  keptForOffline,
  openPhone,
  startFieldServer,
} from '../support/field-phone.ts';
import {
  deviceMemory,
  fillVisit,
  keptOnDevice,
  received,
  send,
  storedWith,
} from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { startVersions } from '../support/next-version.ts';
import { aPng } from '../support/photos.ts';

const fileOf = (name: string, ...rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['จังหวัด,ประเด็นปัญหา,ความรุนแรง', ...rows, ''].join('\n')),
});
const choose = (page: Page, file: ReturnType<typeof fileOf>) =>
  page.getByLabel(words.choose.button).setInputFiles(file);
const signalBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

/** In a tab of its own, which is told of it. */
async function comesIn(context: BrowserContext, url: string, username: string): Promise<void> {
  await signIn(context, url, username);
  const page = await context.newPage();
  await page.goto(`${url}/#/home`);
  await page.getByRole('heading', { name: /^สวัสดี/ }).waitFor();
}

describe('in between', function () {
  this.timeout(90_000);
  const tests = onDemonstration();

  it('a blank is typed like any other letter, and a filter that is chosen meanwhile stays', async () => {
    const { page } = await tests.open('admin', '#/batches');
    const search = page.getByRole('searchbox', { name: words.list.search });
    await search.pressSequentially('ไฟล์ ');
    await page.waitForURL(/q=/);
    await page.waitForTimeout(100);
    await search.pressSequentially('ตุลาคม');
    expect(await search.inputValue()).to.equal('ไฟล์ ตุลาคม');
    // before what is typed is told
    await search.pressSequentially('x');
    await page.getByLabel(words.list.state).selectOption('done');
    await page.waitForURL((address) => address.hash.includes('x'));
    expect(page.url()).to.include('state=done');
  });

  it('a photo is made by the page where its worker’s file is gone', async () => {
    const { page } = await tests.open('malee', '#/collect', phone);
    await page.route('**/shrink.worker*', (route) => route.fulfill({ status: 404 }));
    await fillVisit(page, { title: 'เสาล้ม' });
    await page
      .getByLabel('เลือกภาพ', { exact: true })
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: aPng(640, 480).bytes });
    await page.getByRole('img', { name: 'ภาพที่ 1', exact: true }).waitFor();
  });

  it('a cut upload is sent under nobody else’s name', async () => {
    const { page, context } = await tests.open('somchai', '#/batches/new');
    await choose(page, fileOf('ของสมชาย.csv', 'ขอนแก่น,สายไฟห้อยต่ำมาก,3'));
    let tries = 0;
    await page.route('**/api/surveys/2569/batches', (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      tries += 1;
      return tries === 1 ? route.abort() : route.continue();
    });
    await page.getByRole('button', { name: words.columns.send }).click();
    await page.getByText(words.cut.goesOn).waitFor();

    await signIn(context, tests.server.url, 'wanida');
    await signalBack(page);
    await page.getByText('ของสมชาย.csv').waitFor({ state: 'detached' });
    expect(tries).to.equal(1);
    const admin = await tests.requests('admin');
    const { items } = await (await admin.get('/api/surveys/2569/batches')).json();
    expect(JSON.stringify(items)).to.not.include('ของสมชาย');
  });

  it('what was sent back is shown and kept for whom it was sent back to alone', async () => {
    const reason = 'ขอรูปสายไฟด้วย';
    const { page, context } = await tests.open('malee', '#/collect', phone);
    const answer = await sentBack(page, reason);
    expect(answer).to.equal(true);
    await page.goto(`${tests.server.url}/#/outbox`);
    await page.getByText(reason).waitFor();
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((one) => one.includes('returned')));
    expect(await kept()).to.deep.equal(['rabfang.returned.malee']);

    await comesIn(context, tests.server.url, 'somchai');
    await page.getByText(reason).waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    expect(await kept()).to.not.include('rabfang.returned.malee');
    expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).to.not.include(reason);
  });

  it('a form that somebody has begun is theirs when another person comes in', async () => {
    const { page, context } = await tests.open('malee', '#/collect', phone);
    await fillVisit(page, { title: 'ของมาลี ยังไม่ส่ง' });
    await keptOnDevice(page, /ของมาลี ยังไม่ส่ง/);

    await comesIn(context, tests.server.url, 'somchai');
    const title = page.getByRole('textbox', { name: 'หัวข้อปัญหา' });
    await title.waitFor();
    while ((await title.inputValue()) !== '') await page.waitForTimeout(20);
    await fillVisit(page, { title: 'ของสมชาย' });
    await keptOnDevice(page, /ของสมชาย/);
    expect(await deviceMemory(page)).to.include('ของมาลี ยังไม่ส่ง');
  });

  /** One response of malee’s that came back. */
  async function sentBack(page: Page, reason: string): Promise<boolean> {
    await fillVisit(page, { title: 'สายไฟห้อยต่ำ' });
    await send(page);
    await received(page);
    const admin = await tests.requests('admin');
    const [stored] = await storedWith(admin, 'สายไฟห้อยต่ำ');
    const url = `/api/surveys/2569/responses/${stored?.id}/decisions`;
    return (await admin.post(url, { data: { decision: 'returned', reason } })).ok();
  }

  it('what was mended in a file goes before what the office chose for others, and says so', async () => {
    const { page } = await tests.open('wanida', '#/batches/new');
    const header = 'จังหวัด,เรื่องเล่า,ระดับความรุนแรง,ประเภทผู้ตอบ';
    const named = (name: string, ...rows: readonly string[]) => ({
      ...fileOf(name),
      buffer: Buffer.from([header, ...rows, ''].join('\n')),
    });
    await choose(page, named('ก่อน.csv', 'เมืองเสียงแคน,ไฟดับบ่อยช่วงค่ำ,3,ประชาชน'));
    await page.getByLabel(words.columns.fieldOf('เรื่องเล่า')).selectOption('title');
    await page.getByRole('button', { name: words.columns.check }).click();
    await page.getByLabel(mend.meansOf('เมืองเสียงแคน')).selectOption('ขอนแก่น');
    await page.getByRole('button', { name: mend.send(1) }).click();
    await page.getByText(words.receipt.stored).waitFor();

    const own = named('หลัง.csv', 'เมืองเสียงแคน,ถนนทรุดหน้าโรงเรียน,3,ประชาชน');
    await page.getByRole('button', { name: words.receipt.another }).click();
    await choose(page, own);
    await page.getByText(words.readings.proposed).waitFor();
    await page.getByRole('button', { name: words.columns.check }).click();
    await page.getByLabel(mend.meansOf('เมืองเสียงแคน')).selectOption('เลย');
    await page.waitForTimeout(300);
    await page.reload();
    await choose(page, own);
    await page.getByText(words.readings.proposed).waitFor();
    await page.getByText(words.readings.mendedFirst).waitFor();
    await page
      .getByText(words.readings.holds({ columns: 1, values: 0, others: 0 }), { exact: true })
      .waitFor();
    // without the proposal what was mended is there as it was
    await page.getByRole('button', { name: words.readings.without }).click();
    await page.getByLabel(words.columns.fieldOf('เรื่องเล่า')).selectOption('title');
    await page.getByRole('button', { name: words.columns.check }).click();
    const meant = page.getByLabel(mend.meansOf('เมืองเสียงแคน'));
    expect(await meant.inputValue()).to.equal('เลย');
    expect(tests.complaints()).to.deep.equal([]);
  });

  describe('a new version of the app', () => {
    let server: FieldServer;
    before(async () => {
      server = await startFieldServer();
    });
    after(() => server.end());

    it('waits until the file is sent, in whatever tab it was chosen', async () => {
      const versions = await startVersions(server.url);
      const desk = await openPhone(versions.url, desktop);
      const isNew = (page: Page) => page.locator('meta[content="next"]').count();
      try {
        await signIn(desk.context, versions.url, 'somchai');
        const page = await desk.newPage('#/batches/new');
        await keptForOffline(page);
        await choose(page, fileOf('ค้างไว้.csv', 'ขอนแก่น,ท่อแตกหน้าอำเภอ,3'));
        await page.getByRole('button', { name: words.columns.send }).waitFor();
        const other = await desk.newPage('#/home');
        versions.release('next');
        await other.evaluate(async () => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
        });
        for (const hash of ['#/batches', '#/home', '#/batches/new']) {
          for (const one of [page, other]) {
            await one.evaluate((to) => location.assign(to), hash);
            await one.waitForTimeout(300);
          }
        }
        expect([await isNew(page), await isNew(other)]).to.deep.equal([0, 0]);
        await page.getByRole('button', { name: words.columns.send }).click();
        await page.getByText(words.receipt.stored).waitFor();
        // between two pages, once it has been let in
        for (let step = 0; (await isNew(page)) === 0; step++) {
          await page.evaluate((to) => location.assign(to), step % 2 ? '#/home' : '#/batches');
          await page.waitForTimeout(300);
        }
      } finally {
        await desk.close();
        await versions.close();
      }
    });
  });
});
