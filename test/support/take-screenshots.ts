// `npm run screenshots`: the README's pictures, taken from the running product in its demonstration.
import { desktop, phone, startBrowser } from './browser.ts';

const browser = await startBrowser();
try {
  const form = await browser.open('malee', '#/collect', phone);
  await form.page.getByLabel('หัวข้อปัญหา').first().fill('สัญญาณโทรศัพท์หลุดบ่อยช่วงฝนตก');
  await form.page.getByLabel('ประชาชน').first().check();
  await form.page.getByRole('radio', { name: /สัญญาณ/ }).first().check();
  await form.page.getByText('ผู้ให้ข้อมูลเล่าปัญหาอะไรบ้าง').scrollIntoViewIfNeeded();
  await form.page.waitForTimeout(500);
  await form.page.screenshot({ path: 'client/screenshots/collect-360-th.png' });
  const dashboard = await browser.open('nok', '#/', desktop);
  await dashboard.page.getByRole('heading', { level: 2 }).nth(2).waitFor();
  await dashboard.page.waitForTimeout(500);
  await dashboard.page.screenshot({ path: 'client/screenshots/dashboard-1280-th.png' });
} finally {
  await browser.close();
}
