// A planner freezes a view; data change; the snapshot shows the old numbers and says what has changed.
import { expect } from 'chai';
import { desktop } from '../support/browser.ts';
import { aResponse } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

describe('a snapshot', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('keeps the numbers of a view, and says what has changed since', async () => {
    const { page, complaints } = await tests.open('nok', '#/?province=TH-50', desktop);
    await settled(page);
    const numbers = page.getByRole('region', { name: 'ตัวเลขสำคัญ' }).locator('b');
    const frozen = await numbers.allInnerTexts();
    await page.getByRole('button', { name: 'เก็บฉบับคงที่', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'เก็บฉบับคงที่' });
    await dialog.getByLabel(/ชื่อ เช่น/).fill('ประชุมคณะกรรมการ');
    await dialog.getByRole('button', { name: 'เก็บ', exact: true }).click();
    await dialog.getByRole('link', { name: 'เปิดฉบับคงที่' }).click();
    await page.waitForURL(/#\/s\/RF-\d\d-/);
    await settled(page);
    const banner = page.getByRole('region', { name: /^ฉบับคงที่ RF-/ });
    await banner.getByText('เชียงใหม่').waitFor();
    await banner.getByText('ตั้งแต่นั้น ตัวเลขที่นับไม่เปลี่ยน').waitFor();
    expect(await numbers.allInnerTexts()).to.deep.equal(frozen);
    expect(await axe(page)).to.deep.equal([]);
    // what is counted today is not what these numbers were made of: none of them opens it
    const opens = page.locator('main').locator('.lead a, .facts a, .fig a[href^="#/responses"]');
    expect(await opens.count()).to.equal(0);
    await page.getByRole('application').first().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    expect(page.url()).to.match(/#\/s\/RF-/);

    const malee = await tests.requests('malee');
    const { id, ...response } = {
      id: crypto.randomUUID(),
      ...aResponse({ place: { province: 'TH-50' } }),
    };
    const sent = await malee.put(`/api/surveys/2569/responses/${id}`, { data: response });
    expect(sent.status(), await sent.text()).to.equal(201);
    await page.reload();
    await banner.getByText(/ตั้งแต่นั้นเปลี่ยนไป: ประเด็นจาก\s.+\sและแบบสำรวจจาก\s.+1\sจังหวัด/).waitFor();
    expect(await numbers.allInnerTexts(), 'as they were').to.deep.equal(frozen);
    await banner.getByRole('link', { name: 'ดูทุกฉบับ' }).click();
    await page.getByRole('link', { name: 'ประชุมคณะกรรมการ', exact: true }).first().waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('of nothing leads nowhere either', async () => {
    const planner = await tests.requests('nok');
    const filters = { from: '2020-01-01', to: '2020-01-02' };
    const kept = await planner.post('/api/surveys/2569/snapshots', {
      data: { name: 'ว่าง', filters },
    });
    const { id } = await kept.json();
    const { page } = await tests.open('nok', `#/s/${id}`, desktop);
    await settled(page);
    await page.locator('main').locator('.lead .cover').waitFor();
    expect(await page.locator('main').locator('.lead a, .fig a').count()).to.equal(0);
  });

  it('is not there for who may not see all of it', async () => {
    const planner = await tests.requests('nok');
    const kept = await planner.post('/api/surveys/2569/snapshots', {
      data: { name: 'ทั้งประเทศ', filters: {} },
    });
    const { id } = await kept.json();
    const { page } = await tests.open('somchai', `#/s/${id}`, desktop);
    await page.getByRole('heading', { name: 'ไม่พบฉบับคงที่นี้' }).waitFor();
  });
});
