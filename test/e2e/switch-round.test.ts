// Another round is chosen, read, left again; its address opens it for somebody else; it says that it is closed.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';

const [earlier, now] = ['การสำรวจปัญหาด้านดิจิทัล รอบปี 2568', 'การสำรวจปัญหาด้านดิจิทัล รอบปี 2569'];
const closed = 'ปิดรับแล้วเมื่อ 15 ต.ค. 2568';

describe('switching rounds', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  const round = (page: Page) => page.getByRole('combobox', { name: 'รอบสำรวจ' });
  const shown = (page: Page) =>
    round(page).evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.text);
  const closedLine = (page: Page) => page.getByText(closed).filter({ visible: true }).first();

  it('shows figures, lists and the form of the chosen one, and its address opens the same for others', async () => {
    const { page, complaints } = await tests.open('admin', '#/', desktop);
    await settled(page);
    expect(await shown(page)).to.equal(now);
    await round(page).selectOption({ label: earlier });
    await closedLine(page).waitFor();
    await page.waitForURL(/survey=2568/);
    const address = new URL(page.url()).hash;

    await page.getByRole('link', { name: 'ตรวจทาน', exact: true }).click();
    await closedLine(page).waitFor();
    await page.waitForURL(/#\/review\?survey=2568/);
    expect(await shown(page)).to.equal(earlier);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/survey=2569/);
    await page.waitForFunction(
      (name) => document.querySelector('select')?.selectedOptions[0]?.text === name,
      now,
    );
    // who has chosen a round finds it again
    const home = await page.context().newPage();
    await home.goto(`${new URL(page.url()).origin}/#/responses`);
    await closedLine(home).waitFor();

    const other = await tests.open('nok', address, desktop);
    await closedLine(other.page).waitFor();
    expect(await shown(other.page)).to.equal(earlier);
    await settled(other.page);
    expect(await axe(other.page)).to.deep.equal([]);
    expect([...complaints, ...other.complaints]).to.deep.equal([]);
  });

  it('fits a phone, and keeps the filters that both rounds have', async () => {
    const { page, complaints } = await tests.open(
      'wanida',
      '#/responses?strategy=trust&status=approved',
      phone,
    );
    await settled(page);
    await round(page).selectOption({ label: earlier });
    await closedLine(page).waitFor();
    expect(new URL(page.url()).hash).to.equal(
      '#/responses?strategy=trust&status=approved&survey=2568',
    );
    await page.getByRole('list').getByRole('link').first().waitFor();
    await settled(page);
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });

  it('compares with another round, and the comparison stands in the address', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await settled(page);
    await page.getByRole('combobox', { name: 'เทียบกับรอบ' }).selectOption({ label: earlier });
    const shares = page.getByRole('region', { name: 'ร้อยละของแบบสำรวจที่พูดถึงแต่ละยุทธศาสตร์' });
    await shares.waitFor();
    expect(await shares.getByRole('row').count()).to.equal(7);
    const address = new URL(page.url()).hash;
    expect(address).to.include('compare=2568').and.include('survey=2569');
    await page.emulateMedia({ media: 'print' });
    await shares.waitFor();
    await page.emulateMedia({ media: 'screen' });
    await settled(page);
    expect(await axe(page)).to.deep.equal([]);

    const other = await tests.open('nok', address, phone);
    await other.page.getByRole('region', { name: 'ตัวเลขสำคัญของสองรอบ' }).waitFor();
    await settled(other.page);
    expect(await overflow(other.page)).to.equal(0);
    expect([...complaints, ...other.complaints]).to.deep.equal([]);
  });
});
