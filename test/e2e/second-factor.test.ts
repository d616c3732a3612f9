// The second factor in a real browser: set up by the keyboard, asked for at signing in, required by role, taken away.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { account } from '../../client/i18n/th/account.ts';
import { people } from '../../client/i18n/th/people.ts';
import { shell } from '../../client/i18n/th/shell.ts';
import { phone } from '../support/browser.ts';
import { aPassword, aPerson, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';
import { codeAt } from '../support/second-factor.ts';

const words = account.secondFactor;

describe('the second factor in a browser', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  /** somebody new who is in, on a page of their own */
  async function someone(options = {}) {
    const admin = await tests.requests('admin');
    const person = aPerson({
      username: `s-${newId().slice(0, 8)}`,
      role: 'officer',
      office: 'TH-40',
    });
    const { invitation } = await (await admin.post('/api/people', { data: person })).json();
    const { page } = await tests.open('visitor', `#/invitation/${invitation.code}`, options);
    await page.getByRole('textbox', { name: account.password.fresh }).fill(aPassword);
    await press(page, account.invitation.set);
    await page.waitForURL(/#\/home$/);
    return { page, ...person };
  }

  const keyOn = async (page: Page) =>
    (await page.getByRole('textbox', { name: words.key }).inputValue()).replaceAll(' ', '');

  async function setUp(page: Page): Promise<{ secret: string; codes: string[] }> {
    await press(page, words.begin);
    await page.getByRole('img', { name: words.qr }).locator('path').waitFor();
    const secret = await keyOn(page);
    await page.getByLabel(words.code).fill(codeAt(secret, Date.now()));
    await press(page, words.confirm);
    const list = page.getByRole('list', { name: words.codes }).getByRole('listitem');
    await list.first().waitFor();
    return { secret, codes: await list.allInnerTexts() };
  }

  const signInAs = async (page: Page, username: string) => {
    await page.getByLabel(shell.signIn.username).fill(username);
    await page.getByRole('textbox', { name: shell.signIn.password }).fill(aPassword);
    await page.keyboard.press('Enter');
  };

  it('is set up on a phone, asked for at signing in, and a recovery code stands for it', async () => {
    const { page, username } = await someone(phone);
    await page.goto(`${new URL(page.url()).origin}/#/me`);
    await page.getByRole('link', { name: words.setUp }).click();
    await press(page, words.begin);
    await page.getByRole('img', { name: words.qr }).locator('path').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    await page.getByLabel(words.code).fill('12345');
    await press(page, words.confirm);
    await page.getByText(words.missing).waitFor();
    await page.getByLabel(words.code).fill(codeAt(await keyOn(page), Date.now()));
    await page.keyboard.press('Enter');
    const list = page.getByRole('list', { name: words.codes }).getByRole('listitem');
    await list.first().waitFor();
    expect(await axe(page)).to.deep.equal([]);
    const codes = await list.allInnerTexts();
    expect(codes).to.have.length(10);
    await press(page, words.kept);
    await page.getByText(words.codesLeft('10')).waitFor();

    const other = (await tests.open('visitor', '#/signin', phone)).page;
    await signInAs(other, username);
    await other.getByLabel(shell.signIn.code).waitFor();
    expect(await axe(other)).to.deep.equal([]);
    // the field has the focus: typing is enough
    await other.keyboard.type('000000');
    await other.keyboard.press('Enter');
    await other.getByText(shell.signIn.codeRefusals.wrong).first().waitFor();
    await other.getByLabel(shell.signIn.code).fill(codes[0] ?? '');
    await other.keyboard.press('Enter');
    await other.waitForURL(/#\/home$/);
  });

  it('is turned off and changed at the account, and new recovery codes are made', async () => {
    const { page } = await someone();
    const origin = new URL(page.url()).origin;
    await page.goto(`${origin}/#/me/second-factor`);
    await setUp(page);
    await press(page, words.kept);
    await page.getByRole('link', { name: words.another }).waitFor();
    await press(page, words.newCodes);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('listitem').first().waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await dialog.getByRole('button', { name: words.kept }).click();
    await press(page, words.turnOff);
    await dialog.getByRole('button', { name: words.turnOffDo }).click();
    await page.getByText(words.off, { exact: true }).waitFor();
  });

  it('is required of a role at once: who has none is led to it from the page that is open, and back', async () => {
    const { page } = await someone();
    const admin = (await tests.open('admin', '#/admin/sign-in')).page;
    const officer = admin.getByRole('checkbox', { name: new RegExp(shell.roles.officer) });
    try {
      await officer.check();
      await press(admin, people.signIn.save);
      await admin.getByText(people.signIn.saved).first().waitFor();
      expect(await axe(admin)).to.deep.equal([]);

      await page.goto(`${new URL(page.url()).origin}/#/responses`);
      await page.waitForURL(/#\/me\/second-factor/);
      await page.getByRole('heading', { level: 1 }).getByText('ตั้งการยืนยันสองชั้น').waitFor();
      await setUp(page);
      await press(page, words.kept);
      await page.waitForURL(/#\/responses/);
      await page.getByRole('main').getByRole('listitem').first().waitFor();
    } finally {
      const session = await tests.requests('admin');
      await session.put('/api/sign-in-rules', { data: { secondFactor: [] } });
    }
  });

  it('is reset by an administrator, with a reason', async () => {
    const { page, username, name } = await someone();
    await page.goto(`${new URL(page.url()).origin}/#/me/second-factor`);
    await setUp(page);
    const admin = (await tests.open('admin', `#/admin/people/${username}`)).page;
    await press(admin, people.signIn.reset);
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('button', { name: people.signIn.resetDo }).click();
    await dialog.getByText(people.signIn.missingReason).waitFor();
    await dialog.getByLabel(people.signIn.reason).fill('โทรศัพท์หาย');
    expect(await axe(admin)).to.deep.equal([]);
    await admin.keyboard.press('Enter');
    await admin.getByText(people.signIn.hasNot).waitFor();
    await admin.getByText(people.signIn.resetDone(name)).first().waitFor({ state: 'attached' });

    const other = (await tests.open('visitor', '#/signin')).page;
    await signInAs(other, username);
    await other.waitForURL(/#\/home$/);
  });
});
