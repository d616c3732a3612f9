// Personal data on request, in a real browser and by keys alone: found by its receipt, looked at, erased with a reason, still counted.
import { expect } from 'chai';
import { collect } from '../../client/i18n/th/collect.ts';
import { erasing } from '../../client/i18n/th/erasing.ts';
import { common } from '../../client/i18n/th/everywhere.ts';
import { responses } from '../../client/i18n/th/responses.ts';
import { sending } from '../../client/i18n/th/sending.ts';
import { phone } from '../support/browser.ts';
import { anIssue, aResponse, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, focusOn, overflow } from '../support/page-checks.ts';

describe('erasing words on request', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('is done by keys alone on a phone, and the response says so', async () => {
    const malee = await tests.requests('malee');
    const id = newId();
    const title = 'เรื่องที่ไม่อยากให้ใครเห็นอีก';
    const sent = await malee.put(`/api/surveys/2569/responses/${id}`, {
      data: aResponse({ issues: [anIssue({ title })] }),
    });
    const { receipt } = await sent.json();
    const { page } = await tests.open('admin', '#/admin/erase', phone);

    await page.getByLabel(erasing.receipt).focus();
    await page.keyboard.type(receipt.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: erasing.found }).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    await page.getByLabel(erasing.reason).focus();
    await page.keyboard.press('Enter');
    await page.getByText(erasing.reasonMissing).waitFor();
    await page.keyboard.type('ผู้ให้ข้อมูลขอทางโทรศัพท์');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: erasing.confirm, exact: true }).focus();
    await page.keyboard.press('Enter');

    await page.getByText(erasing.done(receipt)).first().waitFor();
    await focusOn(page, '.msg.ok');
    await page.goto(`${new URL(page.url()).origin}/#/responses/${id}`);
    await page.getByText(responses.one.erasedTitle).waitFor();
    await page.getByRole('heading', { name: common.erased }).waitFor();
    expect(await page.getByText(title).count()).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('while it is mended on a phone, tells the phone that there is nothing left to mend', async () => {
    const [malee, admin] = [await tests.requests('malee'), await tests.requests('admin')];
    const id = newId();
    const at = `/api/surveys/2569/responses/${id}`;
    await malee.put(at, { data: aResponse() });
    const reason = `ขอรายละเอียด ${id.slice(0, 6)}`;
    await admin.post(`${at}/decisions`, { data: { decision: 'returned', reason } });
    const { page } = await tests.open('malee', `#/responses/${id}`, phone);
    await page.getByRole('button', { name: responses.one.revise }).click();
    await page.getByText(reason).first().waitFor();
    expect((await admin.post(`${at}/erasure`, { data: { reason: 'ผู้ให้ข้อมูลขอ' } })).ok()).to.equal(
      true,
    );

    await page.getByRole('button', { name: collect.send }).click();
    const drop = page.getByRole('button', { name: sending.dropSet });
    await drop.waitFor();
    expect(await page.getByRole('button', { name: sending.openToFix }).count()).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    await drop.click();
    await drop.waitFor({ state: 'detached' });
  });
});
