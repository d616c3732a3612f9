// `npm run screenshots`: the README's pictures, taken from the running product in its demonstration.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browse, desktop, launchBrowser, phone } from './browser.ts';
import { settled } from './page-checks.ts';
import { startServer } from './server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'rabfang-screenshots-'));
const server = await startServer({ DATA_DIR: folder, DEMO: 'on' });
const browser = await launchBrowser();
try {
  const { open } = browse(browser, server);
  const form = await open('malee', '#/collect', phone);
  await form.page.getByLabel('หัวข้อปัญหา').first().fill('สัญญาณโทรศัพท์หลุดบ่อยช่วงฝนตก');
  await form.page.getByLabel('ประชาชน').first().check();
  await form.page.getByRole('radio', { name: /สัญญาณ/ }).first().check();
  await form.page.getByText('ผู้ให้ข้อมูลเล่าปัญหาอะไรบ้าง').scrollIntoViewIfNeeded();
  await settled(form.page);
  await form.page.screenshot({ path: 'client/screenshots/collect-360-th.png' });
  const dashboard = await open('nok', '#/', desktop);
  await settled(dashboard.page);
  await dashboard.page.screenshot({ path: 'client/screenshots/dashboard-1280-th.png' });
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
