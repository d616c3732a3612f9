// A form that stays open over midnight, in Bangkok: today is asked when it is used, and a day that nobody touched is shown again.
import { expect } from 'chai';
import type { APIRequestContext, Page } from 'playwright-core';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { formatDay } from '../../shared/text/format-day.ts';
import { phone } from '../support/browser.ts';
import { fillVisit, send, storedWith } from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const today = bangkokDay(new Date());
const midnight = new Date(`${today}T00:00:00+07:00`).getTime();
const before = new Date(midnight - 5 * 60_000);
const yesterday = bangkokDay(before);

describe('collect: over midnight', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  let reader: APIRequestContext;
  let page: Page;

  const day = () => page.getByRole('textbox', { name: 'วันที่สำรวจ' });
  const question = () => page.getByText(`วันที่สำรวจยังเป็น ${formatDay(yesterday, 'th')}`);

  beforeEach(async () => {
    reader = await tests.requests('admin');
    ({ page } = await tests.open('malee', '#/collect', phone));
    await page.clock.setFixedTime(before);
    await page.reload();
    await day().waitFor();
    expect(await day().inputValue()).to.equal(formatDay(yesterday, 'th'));
  });

  it('takes the day of after midnight that is typed then', async () => {
    const title = 'เสาสัญญาณดับหลังเที่ยงคืน';
    await page.clock.setFixedTime(midnight + 10 * 60_000);
    await day().fill(formatDay(today, 'th'));
    await fillVisit(page, { title });
    await send(page);
    await page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();
    expect((await storedWith(reader, title))[0]?.day).to.equal(today);
  });

  it('shows a day that nobody touched again before sending, and changes it at a press', async () => {
    const title = 'เน็ตหลุดตั้งแต่เมื่อคืนจนข้ามวัน';
    await fillVisit(page, { title });
    await page.clock.setFixedTime(midnight + 10 * 60_000);
    await send(page);
    await question().waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    await page.getByRole('button', { name: `เปลี่ยนเป็น ${formatDay(today, 'th')}` }).click();
    await question().waitFor({ state: 'detached' });
    await send(page);
    await page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();
    expect((await storedWith(reader, title))[0]?.day).to.equal(today);
  });

  it('keeps the day before when told so', async () => {
    const title = 'เยี่ยมบ้านก่อนเที่ยงคืน บันทึกหลังเที่ยงคืน';
    await fillVisit(page, { title });
    await page.clock.setFixedTime(midnight + 10 * 60_000);
    await send(page);
    await page.getByRole('button', { name: 'ส่งโดยใช้วันที่เดิม' }).click();
    await page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();
    expect((await storedWith(reader, title))[0]?.day).to.equal(yesterday);
  });
});
