// A planner keeps a view under a name, begins with it the next time, deletes it and thinks better of it.
import { expect } from 'chai';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';

describe('saved views', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('are kept by name, opened after signing in, deleted, and brought back', async () => {
    const { page, context, complaints } = await tests.open(
      'nok',
      '#/?region=north&respondent=citizen',
      desktop,
    );
    await settled(page);
    await page.getByRole('button', { name: 'มุมมอง', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'มุมมองที่บันทึกไว้' });
    await dialog.getByText('ยังไม่มีมุมมองที่บันทึกไว้').waitFor();
    await dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await dialog.getByText('ใส่ชื่อมุมมองก่อน').first().waitFor();
    await dialog.getByLabel('ชื่อมุมมอง').fill('เหนือ ประชาชน');
    await dialog.getByLabel('เปิดมุมมองนี้หลังเข้าสู่ระบบ').check();
    await dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await dialog.getByRole('link', { name: 'เหนือ ประชาชน', exact: true }).waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await context.clearCookies();
    await page.goto(`${tests.server.url}/#/signin`);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByLabel('ชื่อผู้ใช้').fill('nok');
    await page.getByLabel('รหัสผ่าน', { exact: true }).fill('rabfang-demo');
    await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
    await page.waitForURL(/#\/\?region=north&respondent=citizen/);
    await settled(page);

    await page.getByRole('button', { name: 'มุมมอง', exact: true }).click();
    await dialog.getByText('จัดการ', { exact: true }).click();
    await dialog.getByRole('button', { name: 'ลบ', exact: true }).click();
    await dialog.getByText('ลบ “เหนือ ประชาชน” แล้ว').waitFor();
    await dialog.getByRole('button', { name: 'เลิกลบ' }).click();
    await dialog.getByRole('link', { name: 'เหนือ ประชาชน', exact: true }).waitFor();
    const { items } = await (await (await tests.requests('nok')).get('/api/views')).json();
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ name: 'เหนือ ประชาชน', start: true });
    // signed out on purpose
    expect(complaints.filter((line) => !line.includes('401'))).to.deep.equal([]);
  });

  it('are shared in the office, and fit on a phone', async () => {
    const officer = await tests.requests('somchai');
    await officer.post('/api/views', {
      data: { name: 'ขอนแก่น ความรุนแรงสูง', address: '/?severity=4%2C5&survey=2569', shared: true },
    });
    const { page } = await tests.open('somchai', '#/province/TH-40', phone);
    await settled(page);
    await page.getByRole('button', { name: 'มุมมอง', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'มุมมองที่บันทึกไว้' });
    await dialog.getByText('สำนักงานเห็นด้วย', { exact: true }).waitFor();
    await dialog.getByText('จัดการ', { exact: true }).click();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    await dialog.getByRole('link', { name: 'ขอนแก่น ความรุนแรงสูง' }).click();
    await page.waitForURL(/severity=4%2C5/);
    await dialog.waitFor({ state: 'hidden' });
  });
});
