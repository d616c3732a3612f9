// What was sent back is mended on the phone, and "mend" is pressed again: what was typed is opened, not replaced.
import { expect } from 'chai';
import type { APIRequestContext, Page } from 'playwright-core';
import { phone } from '../support/browser.ts';
import {
  fillVisit,
  kept,
  keptOnDevice,
  received,
  send,
  storedWith,
  toOutbox,
} from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';

const anyResponse = /\/responses\/[0-9a-f-]{36}$/;
const titleField = (page: Page) => page.getByRole('textbox', { name: 'หัวข้อปัญหา' });
const mend = (page: Page, title: string) =>
  page.getByRole('button', { name: `แก้และส่งใหม่: ${title}` }).click();

describe('what was sent back and is being mended', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  let reader: APIRequestContext;

  before(async () => {
    reader = await tests.requests('admin');
  });

  async function sentBack(title: string): Promise<{ page: Page; id: string }> {
    const { page } = await tests.open('malee', '#/collect', phone);
    await fillVisit(page, { title });
    await send(page);
    await received(page);
    const id = (await storedWith(reader, title))[0]?.id ?? '';
    const data = { decision: 'returned', reason: 'ขอชื่อหมู่บ้าน' };
    const answer = await reader.post(`/api/surveys/2569/responses/${id}/decisions`, { data });
    expect(answer.ok(), await answer.text()).to.equal(true);
    await page.goto(`${tests.server.url}/#/home`);
    return { page, id };
  }

  it('is opened half filled, waiting or sent, as it stands, and asked for no more once it has gone', async () => {
    const title = 'ป้ายบอกทางจมน้ำ';
    const { page, id } = await sentBack(title);
    await mend(page, title);
    await titleField(page).fill(`${title} หน้าวัด`);
    await keptOnDevice(page, /หน้าวัด/);

    await page.goto(`${tests.server.url}/#/home`);
    await mend(page, title);
    expect(await titleField(page).inputValue()).to.equal(`${title} หน้าวัด`);

    await page.route(anyResponse, (route) =>
      route.request().method() === 'PUT' ? route.abort('connectionreset') : route.fallback(),
    );
    await send(page);
    await kept(page);
    await page.goto(`${tests.server.url}/#/responses/${id}`);
    await page.getByRole('button', { name: 'แก้แล้วส่งใหม่', exact: true }).click();
    await kept(page);
    await toOutbox(page);
    await page.getByRole('heading', { name: /^รอส่ง/ }).waitFor();
    const asked = page.getByRole('button', { name: `แก้และส่งใหม่: ${title}` });
    expect(await asked.count()).to.equal(0);

    await page.unroute(anyResponse);
    await page.getByRole('button', { name: 'ส่งตอนนี้' }).click();
    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect(await asked.count()).to.equal(0);
    expect((await storedWith(reader, `${title} หน้าวัด`)).map((one) => one.id)).to.deep.equal([id]);
  });
});
