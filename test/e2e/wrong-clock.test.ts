// A phone whose clock is wrong: said with what its set will say, and asked before a set is saved under another day.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { phone } from '../support/browser.ts';
import { fillVisit, received, send, storedWith } from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const hour = 3_600_000;

describe('collect: on a device with a wrong clock', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  async function openAt(off: number, lang = 'th'): Promise<Page> {
    const { page } = await tests.open('malee', '#/home', {
      ...phone,
      remembers: { 'rabfang.lang': lang },
    });
    await page.clock.install({ time: Date.now() + off });
    await page.goto(`${tests.server.url}/?again#/collect`);
    return page;
  }
  const shot = async (page: Page, name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };

  it('says by how much it is wrong, and nothing when it is right', async () => {
    const right = await openAt(0);
    await right.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor();
    expect(await right.getByText(/^นาฬิกาของเครื่องนี้/).count()).to.equal(0);

    const wrong = await openAt(-3 * hour);
    await wrong.getByText('นาฬิกาของเครื่องนี้ช้ากว่าศูนย์ข้อมูล 3 ชั่วโมง').waitFor();
    await wrong.getByText('ชุดนี้จะลงวันที่สำรวจ').waitFor();
    expect(await overflow(wrong)).to.equal(0);
    expect(await axe(wrong)).to.deep.equal([]);
    await shot(wrong, 'clock-360');
    const english = await openAt(25 * 60_000, 'en');
    await english.getByText('This device’s clock is 25 minutes ahead of the server’s').waitFor();
    await shot(english, 'clock-360-en');
  });

  for (const [how, off] of [
    ['behind', -50 * hour],
    ['ahead', 50 * hour],
  ] as const)
    it(`asks before a set is saved when it is ${how} by more than a day, and takes the day of the server`, async () => {
      const page = await openAt(off);
      const title = `สะพานขาด ${how}`;
      await fillVisit(page, { title });
      await send(page);
      await page.getByText('ถ้าสำรวจวันนี้ให้เปลี่ยนวันที่ก่อนส่ง').waitFor();
      expect(await axe(page)).to.deep.equal([]);
      await shot(page, `clock-asks-360-${how}`);
      await page.getByRole('button', { name: /^เปลี่ยนเป็น/ }).click();
      await send(page);

      await received(page);
      const [stored] = await storedWith(await tests.requests('admin'), title);
      expect(stored?.day).to.equal(bangkokDay(new Date()));
    });
});
