// A survey's own questions in the browser: asked in the form, sent, and shown with the response.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import { fillVisit, keptOnDevice, received, send } from '../support/fill-form.ts';
import { onDataOf } from '../support/journeys.ts';
import { folderWithOwnQuestions } from '../support/own-questions.ts';
import { axe, overflow } from '../support/page-checks.ts';

describe('collect: a survey’s own questions', function () {
  this.timeout(60_000);
  const tests = onDataOf(folderWithOwnQuestions);

  const number = (page: Page) => page.getByRole('textbox', { name: 'จำนวนครัวเรือนในหมู่บ้าน' });

  it('are asked, checked, remembered, sent and shown', async () => {
    const { page, complaints } = await tests.open('malee', '#/collect', phone);
    await fillVisit(page, { title: 'สัญญาณหลุดทุกเย็น' });
    await send(page);
    const missing = page.getByRole('link', { name: 'จำนวนครัวเรือนในหมู่บ้าน: ตอบข้อนี้' });
    await missing.click();
    expect(await number(page).evaluate((input) => input === document.activeElement)).to.equal(true);
    await page.keyboard.type('หกพัน');
    await page.getByText('“หกพัน” ไม่ใช่ตัวเลข').first().waitFor();
    await number(page).fill('๖,๐๐๐');
    await page.getByText('ต้องอยู่ระหว่าง 1 ถึง 5,000').first().waitFor();
    await number(page).fill('๑๒๐');
    await page.getByText('อ่านเป็น 120').waitFor();
    await page.getByRole('textbox', { name: /^อยากให้แก้เรื่องใดก่อน/ }).fill('เสา โทร 089-000-0000');
    await page.getByText('พบเบอร์โทรในข้อความและลบก่อนเก็บ').waitFor();
    const signal = page.getByRole('group', { name: /^สัญญาณโทรศัพท์เป็นอย่างไร/ });
    await signal.getByRole('radio', { name: 'ดี', exact: true }).check();
    await page.getByRole('button', { name: 'ล้างคำตอบ: สัญญาณโทรศัพท์เป็นอย่างไร' }).click();
    expect(await signal.getByRole('radio', { checked: true }).count()).to.equal(0);
    expect(await signal.evaluate((group) => group === document.activeElement)).to.equal(true);
    await signal.getByRole('radio', { name: 'อ่อน ขาดหายบ่อย' }).check();
    await page.getByRole('checkbox', { name: 'โทรทัศน์' }).check();
    await page.getByRole('checkbox', { name: 'โทรศัพท์มือถือ' }).check();
    await page.getByRole('textbox', { name: /^เป็นมาตั้งแต่วันที่/ }).fill('17 มิ.ย. 2562');
    await page
      .getByRole('group', { name: /^มีศูนย์ดิจิทัลชุมชนหรือไม่/ })
      .getByLabel('ไม่ใช่')
      .check();
    await page.getByText('ร่างบันทึกแล้ว').waitFor();
    await keptOnDevice(page, /"centre":"no"/);

    await page.reload();
    await number(page).waitFor();
    expect(await number(page).inputValue()).to.equal('๑๒๐');
    expect(await page.getByRole('checkbox', { checked: true }).count()).to.equal(2);
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    await send(page);
    await received(page);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  it('stand with the response, in either language', async () => {
    const { page, context, complaints } = await tests.open('admin', '#/responses', desktop);
    const { items } = await (await context.request.get('/api/surveys/2569/responses')).json();
    expect(items[0].answers).to.deep.equal({
      wish: 'เสา โทร [เบอร์โทร]',
      households: 120,
      signal: 'weak',
      devices: ['phone', 'tv'],
      since: '2019-06-17',
      centre: false,
    });
    await page.getByRole('link', { name: 'สัญญาณหลุดทุกเย็น' }).click();
    await page.getByText('โทรศัพท์มือถือ · โทรทัศน์').waitFor();
    await page.getByText('17 มิ.ย. 2562').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByText('Mobile phone · Television').waitFor();
    await page.getByText('Weak, often lost').waitFor();
    expect(complaints).to.deep.equal([]);
    await context.close();
  });
});
