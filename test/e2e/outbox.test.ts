import { expect } from 'chai';
import type { APIRequestContext, Page } from 'playwright-core';
import { desktop, phone, signIn } from '../support/browser.ts';
import {
  chooseProvince,
  fillVisit,
  kept,
  received,
  send,
  storedWith,
  toOutbox,
} from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';
import { aPng } from '../support/photos.ts';

describe('outbox: nothing filled in is lost', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  let reader: APIRequestContext;

  before(async () => {
    reader = await tests.requests('admin');
  });

  async function open(options = phone): Promise<Page> {
    const { page } = await tests.open('malee', '#/collect', options);
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    return page;
  }

  it('keeps a set that was filled without signal and sends it when the signal is back', async () => {
    const page = await open();
    const title = 'สัญญาณหายเวลาฝนตก';
    await page.context().setOffline(true);
    await page.getByText('ไม่มีสัญญาณ กรอกต่อได้ตามปกติ').first().waitFor();

    await fillVisit(page, { title });
    await send(page);

    await kept(page);
    await page.getByRole('link', { name: /เก็บไว้ 1/ }).waitFor();
    expect(await storedWith(reader, title)).to.have.length(0);
    expect(await axe(page)).to.deep.equal([]);
    await page.context().setOffline(false);
    await received(page);
    const stored = await storedWith(reader, title);
    expect(stored).to.have.length(1);
    await toOutbox(page);
    await page.getByText(String(stored[0]?.receipt)).first().waitFor();
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
  });

  it('still has it after the page was closed without signal', async () => {
    const page = await open();
    const title = 'อินเทอร์เน็ตโรงเรียนช้า';
    await page.context().setOffline(true);
    await fillVisit(page, { title });
    await send(page);
    await kept(page);
    const { context, url } = { context: page.context(), url: page.url() };

    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(url);

    await received(later);
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('shows why a set was refused, and sends it once it is fixed', async () => {
    const page = await open();
    const title = 'ค่าอินเทอร์เน็ตแพงเกินไป';
    await chooseProvince(page, 'ขอนแก่น');
    await page.getByText('ขอนแก่นอยู่นอกพื้นที่ของคุณ').waitFor();
    await fillVisit(page, { title });
    await send(page);

    await page.getByRole('heading', { name: 'ศูนย์ข้อมูลยังไม่รับชุดนี้' }).waitFor();
    await page.getByText('จังหวัดนี้อยู่นอกพื้นที่ที่บัญชีนี้ดูแล').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('link', { name: /ต้องแก้ 1/ }).click();
    await page.getByRole('button', { name: 'เปิดแก้' }).click();
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).inputValue()).to.equal(title);
    await chooseProvince(page, 'เชียงใหม่');
    await page.getByRole('radio', { name: 'ประชาชน' }).check();
    await send(page);

    await received(page);
    const stored = await storedWith(reader, title);
    expect(stored.map((one) => one.place.province)).to.deep.equal(['TH-50']);
  });

  it('waits for signing in again when the session has ended, and loses nothing', async () => {
    const page = await open(desktop);
    const title = 'ข่าวปลอมเรื่องวัคซีน';
    await fillVisit(page, { title });
    await page.context().request.delete('/api/session');

    await send(page);

    await page.getByText('ต้องเข้าสู่ระบบอีกครั้งก่อนส่ง').first().waitFor();
    expect(await storedWith(reader, title)).to.have.length(0);
    await signIn(page.context(), tests.server.url, 'malee');
    await page.reload();
    await received(page);
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it("does not send one person's sets under another's name on a shared phone", async () => {
    const page = await open(desktop);
    const title = 'ไม่มีคอมพิวเตอร์ให้นักเรียน';
    await page.context().setOffline(true);
    await fillVisit(page, { title });
    await send(page);
    await kept(page);
    // the page itself still reaches nothing while somebody else signs in
    await page.context().route('**/*', (route) => route.abort());
    await page.context().setOffline(false);
    await signIn(page.context(), tests.server.url, 'somchai');
    await page.context().unroute('**/*');

    await page.goto(page.url().replace(/#.*/, '#/outbox'));
    await page.reload();
    await page.getByText('ในเครื่องนี้มีอีก 1 ชุดของผู้ใช้อื่น').waitFor();
    expect(await page.getByText(title).count()).to.equal(0);
    expect(await storedWith(reader, title)).to.have.length(0);

    await signIn(page.context(), tests.server.url, 'malee');
    await page.reload();
    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect(await storedWith(reader, title)).to.have.length(1);
  });

  it('carries unsent sets to another phone in a file, and counts them once', async () => {
    const page = await open(desktop);
    const title = 'เครื่องรับบัตรในร้านค้าใช้ไม่ได้';
    // the outbox page has come by itself, before it is asked for
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /rest-[^/]*\.js/.test(name)),
    );
    await fillVisit(page, { title });
    await page
      .getByLabel('เลือกภาพ', { exact: true })
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: aPng(44, 33).bytes });
    await page.getByRole('img', { name: 'ภาพที่ 1', exact: true }).waitFor();
    await page.context().setOffline(true);
    await send(page);
    await kept(page);
    await page.getByRole('link', { name: /เก็บไว้ 1/ }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'สำรองชุดที่ยังไม่ส่งลงไฟล์' }).click();
    const file = await (await saving).path();
    await page.getByText('เก็บลงไฟล์แล้ว 1 ชุด 1 ภาพ').waitFor();

    const other = await tests.open('malee', '#/outbox', phone);
    await other.page.getByLabel('นำไฟล์สำรองกลับเข้าเครื่อง').setInputFiles(file);
    await other.page.getByText('นำกลับเข้ามาแล้ว 1 ชุด 1 ภาพ').waitFor();
    await other.page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    await other.context.close();
    await page.context().setOffline(false);

    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    const [stored, ...more] = await storedWith(reader, title);
    expect(more).to.deep.equal([]);
    const photos = await reader.get(`/api/surveys/2569/responses/${stored?.id}/photos`);
    const { items } = await photos.json();
    expect(items.map((one: { arrived: { width: number } }) => one.arrived.width)).to.deep.equal([
      44,
    ]);
  });

  it('shows the receipts of what was sent from another phone, while there is a signal', async () => {
    const page = await open(phone);
    const title = 'สายส่งสัญญาณถูกลักตัด';
    await fillVisit(page, { title });
    await send(page);
    await received(page);
    const [stored] = await storedWith(reader, title);

    const { page: other } = await tests.open('malee', '#/outbox', phone);
    await other.getByRole('heading', { name: /^เลขรับจากเครื่องอื่นของคุณ/ }).waitFor();
    await other.getByRole('link', { name: stored?.receipt ?? '' }).waitFor();
    expect(await axe(other)).to.deep.equal([]);
    expect(await overflow(other)).to.equal(0);
    if (process.env.SHOTS)
      await other.screenshot({ path: `${process.env.SHOTS}/receipts-360.png`, fullPage: true });
    await toOutbox(page);
    expect(await page.getByRole('link', { name: stored?.receipt ?? '' }).count()).to.equal(0);
  });

  it('hands in the file of a colleague under their name, and says through whom', async () => {
    const page = await open(phone);
    const title = 'เสียงตามสายขาดหลังพายุ';
    await fillVisit(page, { title });
    await page
      .getByLabel('เลือกภาพ', { exact: true })
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: aPng(46, 33).bytes });
    await page.getByRole('img', { name: 'ภาพที่ 1', exact: true }).waitFor();
    await page.route(/\/responses\/[0-9a-f-]{36}$/, (route) => route.abort('connectionreset'));
    await send(page);
    await kept(page);
    await toOutbox(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'สำรองชุดที่ยังไม่ส่งลงไฟล์' }).click();
    const file = await (await saving).path();

    const { page: theirs } = await tests.open('admin', '#/outbox', phone);
    await theirs.getByLabel('นำไฟล์สำรองกลับเข้าเครื่อง').setInputFiles(file);
    await theirs.getByText('ไฟล์นี้เป็นของ malee').waitFor();
    expect(await axe(theirs)).to.deep.equal([]);
    expect(await overflow(theirs)).to.equal(0);
    if (process.env.SHOTS)
      await theirs.screenshot({ path: `${process.env.SHOTS}/hand-in-360.png`, fullPage: true });
    await theirs.getByRole('button', { name: 'นำส่งแทน' }).click();
    await theirs.getByRole('heading', { name: /^ส่งถึงแล้ว/ }).waitFor();
    await theirs.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    await theirs.getByText('เก็บโดย malee').waitFor();

    const [stored, ...more] = await storedWith(reader, title);
    expect(more).to.deep.equal([]);
    await theirs.goto(`${tests.server.url}/#/responses/${stored?.id}`);
    await theirs.getByText('นำส่งแทนเพื่อนร่วมงาน').waitFor();
    const photos = await reader.get(`/api/surveys/2569/responses/${stored?.id}/photos`);
    const { items } = await photos.json();
    expect(items.map((one: { arrived: object | null }) => one.arrived !== null)).to.deep.equal([
      true,
    ]);
    // the phone that could not send it does so later, and it counts once
    await page.unroute(/\/responses\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'ส่งตอนนี้' }).click();
    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect(await storedWith(reader, title)).to.have.length(1);
  });
});
