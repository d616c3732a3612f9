// People and offices: added, let in by a link, changed and kept out; and what everybody manages of their own account.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { account } from '../../client/i18n/th/account.ts';
import { people as words } from '../../client/i18n/th/people.ts';
import { shell } from '../../client/i18n/th/shell.ts';
import { phone } from '../support/browser.ts';
import { aPassword, aPerson, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

describe('people and offices', function () {
  this.timeout(90_000);
  const tests = onDemonstration();
  const open = async (who: string, hash: string, options = {}): Promise<Page> =>
    (await tests.open(who, hash, options)).page;
  const heading = (page: Page, text: string) =>
    page.getByRole('heading', { level: 1 }).getByText(text);
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  async function choose(page: Page, label: string, text: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).fill(text);
    await page.getByRole('option', { name: text }).first().click();
  }

  /** Somebody new, and the link by which they come in. */
  async function invited(over: Parameters<typeof aPerson>[0] = {}) {
    const admin = await tests.requests('admin');
    const person = aPerson(over);
    const answer = await admin.post('/api/people', { data: person });
    const { invitation } = await answer.json();
    return { ...person, link: `#/invitation/${invitation.code}` };
  }

  async function enter(link: string, password = aPassword, options = {}): Promise<Page> {
    const page = await open('visitor', link, options);
    await page.getByRole('textbox', { name: account.password.fresh }).fill(password);
    await press(page, account.invitation.set);
    await page.waitForURL(/#\/home$/);
    return page;
  }

  it('lets an administrator add an office and a person in it, who comes in by the link on a phone', async () => {
    const page = await open('admin', '#/admin/offices');
    const id = `centre-${newId().slice(0, 8)}`;
    await press(page, words.offices.add);
    await page.getByLabel(words.offices.id, { exact: true }).fill(id);
    await page.getByLabel(words.offices.names.th).fill(`ศูนย์ ${id}`);
    await page.getByLabel(words.offices.names.en).fill(`Centre ${id}`);
    await choose(page, words.offices.place, 'ขอนแก่น');
    await press(page, words.form.save);
    await page.getByLabel(words.offices.search).fill(id);
    await page.getByRole('rowheader', { name: `ศูนย์ ${id}` }).waitFor();

    await page.getByRole('link', { name: words.tabPeople, exact: true }).click();
    await page.getByRole('link', { name: words.add, exact: true }).click();
    const username = `p-${newId().slice(0, 8)}`;
    // the list before it has a field whose label says that too
    await page.getByLabel(words.form.username, { exact: true }).fill(username);
    await page.getByLabel(words.form.name).fill('กัญญา ส.');
    await choose(page, words.form.office, `ศูนย์ ${id}`);
    await press(page, words.form.addDo);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img', { name: words.link.qr }).locator('path').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    const link = await dialog.getByRole('textbox', { name: words.link.address }).inputValue();
    await dialog.getByRole('button', { name: words.link.done }).click();
    await page.waitForURL(/#\/admin\/people$/);

    const own = await enter(link.slice(link.indexOf('#')), aPassword, phone);
    await heading(own, 'กัญญา').waitFor();
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: username });
    await row.getByText(words.states.active).waitFor();
    await row.getByText('ขอนแก่น').waitFor();
    // who is not signed in yet is told so by 401, which the browser reports on its own
    expect(tests.complaints().filter((line) => !line.includes('401'))).to.deep.equal([]);
  });

  it('shows a link once: it cannot be used again, and a newer one kills it', async () => {
    const { link, username } = await invited();
    await enter(link);
    const again = await open('visitor', link);
    await heading(again, account.invitation.over).waitFor();
    expect(await axe(again)).to.deep.equal([]);

    const page = await open('admin', `#/admin/people/${username}`);
    await press(page, words.newLink);
    await page.getByRole('dialog').getByText(words.link.onceTitle).waitFor();
  });

  it('says while it is typed how strong a password is, and the server refuses what many use', async () => {
    const { link, username } = await invited();
    const page = await open('visitor', link);
    const field = page.getByRole('textbox', { name: account.password.fresh });
    await field.fill('สั้นไป');
    await page.getByText(account.password.left('6')).waitFor();
    await field.fill(`${username}-and-more`);
    await page.getByText(account.password.weak.username).waitFor();
    await field.fill('iloveyou1234567');
    await press(page, account.invitation.set);
    await page.getByText(account.password.weak.common).waitFor();
    await field.fill(aPassword);
    await page.getByText(account.password.strengths.good).waitFor();
    await press(page, account.invitation.set);
    await page.waitForURL(/#\/home$/);
  });

  it('is worked by the keyboard alone', async () => {
    const page = await open('somchai', '#/admin/people');
    await page.getByRole('link', { name: words.add, exact: true }).focus();
    await page.keyboard.press('Enter');
    await heading(page, words.form.addTitle).waitFor();
    await page.getByLabel(words.form.username).focus();
    const username = `k-${newId().slice(0, 8)}`;
    await page.keyboard.type(username);
    await page.keyboard.press('Tab');
    await page.keyboard.type('ประสิทธิ์ ท.');
    // an officer adds enumerators of the own office: nothing else is to be chosen
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(/#\/admin\/people$/);
    await page.getByRole('row').filter({ hasText: username }).waitFor();
  });

  it('keeps somebody out at once, on the page that is open, and lets them in again', async () => {
    const { link, username, name } = await invited();
    const own = await enter(link);
    const page = await open('admin', `#/admin/people/${username}`);
    await press(page, words.person.disable);
    await page.getByRole('dialog').getByRole('button', { name: words.person.disableDo }).click();
    await page.getByText(words.person.disabledNow(name)).first().waitFor();

    await own.goto(`${new URL(own.url()).origin}/#/responses`);
    await own.waitForURL(/#\/signin/);

    await press(page, words.person.undo);
    await page.getByText(words.person.enabledNow(name)).first().waitFor();
    await own.getByLabel(shell.signIn.username).fill(username);
    await own.getByRole('textbox', { name: shell.signIn.password }).fill(aPassword);
    await press(own, shell.signIn.submit);
    await own.waitForURL(/#\/responses/);
  });

  it('adds many from a file once every row is right', async () => {
    const page = await open('admin', '#/admin/new-people');
    const prefix = `f-${newId().slice(0, 8)}`;
    const file = (second: string) => ({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `ชื่อผู้ใช้,ชื่อ,บทบาท,สำนักงาน\n${prefix}.a,ก ข,ผู้เก็บข้อมูล,TH-40\n${prefix}.b,ค ง,${second},TH-40\n`,
      ),
    });
    const input = page.locator('input[type=file]');
    await input.setInputFiles(file('ราชา'));
    await page.getByText(words.file.wrong('1')).waitFor();
    await page.getByText(`บทบาท: ${words.file.reasons['unknown-role']}`).waitFor();
    await input.setInputFiles(file('เจ้าหน้าที่'));
    await press(page, words.file.add('2'));
    await page.getByText(words.file.links('2')).waitFor();
    expect(await page.getByText(/#\/invitation\/[0-9a-z]{28}$/).count()).to.equal(2);
    expect(await axe(page)).to.deep.equal([]);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('finds by words, and goes back to all by one press', async () => {
    const { username } = await invited({ name: 'จันทร์ฉาย ไม่ซ้ำใคร' });
    const page = await open('admin', '#/admin/people');
    await page.getByLabel(words.search).fill('ไม่ซ้ำใคร');
    await page.waitForURL(/q=/);
    await settled(page);
    await page.getByRole('row').filter({ hasText: username }).waitFor();
    expect(await page.getByRole('row').count()).to.equal(2);
    await page.getByLabel(words.search).fill('ไม่มีใครชื่อนี้แน่');
    await page.getByText(words.none).waitFor();
    await page.getByRole('link', { name: words.clear }).click();
    await page.getByRole('row').filter({ hasText: 'malee' }).waitFor();
  });

  describe('the own account', () => {
    it('changes the password: this browser goes on, another one is signed out', async () => {
      const { link, username } = await invited({ role: 'officer' });
      const first = await enter(link);
      const other = await open('visitor', '#/signin');
      await other.getByLabel(shell.signIn.username).fill(username);
      await other.getByRole('textbox', { name: shell.signIn.password }).fill(aPassword);
      await press(other, shell.signIn.submit);
      await other.waitForURL(/#\/home$/);

      await first.goto(`${new URL(first.url()).origin}/#/me`);
      await first.getByRole('textbox', { name: account.password.old }).fill(aPassword);
      await first
        .getByRole('textbox', { name: account.password.fresh })
        .fill('เรือลำน้อย ลอยกลางหนองน้ำ');
      await press(first, account.password.change);
      await first.getByText(account.password.changed).first().waitFor();

      await other.goto(`${new URL(other.url()).origin}/#/batches`);
      await other.waitForURL(/#\/signin/);
      await first.goto(`${new URL(first.url()).origin}/#/batches`);
      await first.getByRole('heading', { level: 1 }).waitFor();
      expect(first.url()).to.match(/#\/batches(\?survey=|$)/);
    });

    it('makes a token that a script sends a file with, and ends it', async () => {
      const { link } = await invited({ role: 'officer', office: 'TH-40' });
      const page = await enter(link);
      const { origin } = new URL(page.url());
      await page.goto(`${origin}/#/me`);
      await page.getByText(account.tokens.make).click();
      await page.getByLabel(account.tokens.name).fill('ส่งทุกคืน');
      await page.getByLabel(account.tokens.may['upload-batches']).check();
      await page.getByLabel(account.tokens.may['read-batches']).check();
      await press(page, account.tokens.makeDo);
      const dialog = page.getByRole('dialog');
      const token = await dialog.getByLabel(account.tokens.token, { exact: true }).inputValue();
      expect(await axe(page)).to.deep.equal([]);
      await dialog.getByRole('button', { name: account.tokens.done }).click();

      const url = `${origin}/api/surveys/2569/batches`;
      const headers = { authorization: `Bearer ${token}` };
      const form = new FormData();
      form.append('file', new Blob([`จังหวัด,ปัญหา\nขอนแก่น,${newId()}\n`]), 'x.csv');
      const sent = await fetch(url, { method: 'POST', headers, body: form });
      expect(sent.status).to.equal(201);
      await press(page, account.tokens.endWhich('ส่งทุกคืน'));
      await dialog.getByRole('button', { name: account.tokens.endDo }).click();
      await page.getByText(account.tokens.none).waitFor();
      expect((await fetch(url, { headers })).status).to.equal(401);
    });

    it('lists where one is signed in, and signs all others out', async () => {
      const { link, username } = await invited();
      const first = await enter(link);
      const other = await open('visitor', '#/signin', phone);
      await other.getByLabel(shell.signIn.username).fill(username);
      await other.getByRole('textbox', { name: shell.signIn.password }).fill(aPassword);
      await press(other, shell.signIn.submit);
      await other.waitForURL(/#\/home$/);

      await first.goto(`${new URL(first.url()).origin}/#/me`);
      await first.getByText(account.sessions.current, { exact: true }).waitFor();
      await press(first, account.sessions.endOthers);
      await first.getByText(account.sessions.none).waitFor();
      await other.goto(`${new URL(other.url()).origin}/#/responses`);
      await other.waitForURL(/#\/signin/);
    });
  });
});
