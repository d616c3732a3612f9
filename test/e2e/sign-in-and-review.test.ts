// Signing in leads where one wanted to go; a number's responses are listed, read and decided on, also when two decide at once.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { responses as words } from '../../client/i18n/th/responses.ts';
import { shell } from '../../client/i18n/th/shell.ts';
import { phone } from '../support/browser.ts';
import { type Journeys, onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

/** she sends files, and what she has sent herself is decided by others */
const ofOthers = '#/responses?status=received&status=pending&channel=form';

describe('signing in and review', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  async function open(who: string, hash: string, options = {}): Promise<Page> {
    const { page } = await tests.open(who, hash, options);
    return page;
  }
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const submit = (page: Page) =>
    page.getByRole('button', { name: shell.signIn.submit, exact: true }).click();

  async function signInByHand(page: Page, username: string, password: string): Promise<void> {
    await page.getByLabel(shell.signIn.username).fill(username);
    await page.getByRole('textbox', { name: shell.signIn.password }).fill(password);
    await submit(page);
  }

  it('leads to where one wanted to go', async () => {
    const page = await open('visitor', '#/responses?strategy=society');
    await page.waitForURL(/#\/signin/);
    await page.getByRole('button', { name: /^nok/ }).click();
    await submit(page);
    await page.waitForURL(/#\/responses\?strategy=society(&survey=2569)?$/);
    await heading(page).getByText('ชุดที่อยู่หลังตัวเลขนี้').waitFor();
  });

  it('leads home otherwise, and never to another site', async () => {
    const page = await open('visitor', '#/signin?next=https://elsewhere.example/');
    await signInByHand(page, 'wanida', 'rabfang-demo');
    await page.waitForURL(/#\/home$/);
    await heading(page).getByText('สวัสดี วนิดา').waitFor();
  });

  it('says what is missing, and that name and password do not match', async () => {
    const page = await open('visitor', '#/signin');
    await submit(page);
    await page.getByRole('alert').getByRole('link', { name: shell.signIn.missingPassword }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('password');
    expect(await axe(page)).to.deep.equal([]);
    await signInByHand(page, 'nobody', 'wrong');
    await page.getByRole('alert').getByText(shell.signIn.wrong).waitFor();
  });

  it('says so when there is no signal', async () => {
    const page = await open('visitor', '#/signin');
    await heading(page).waitFor();
    await page.context().setOffline(true);
    await signInByHand(page, 'malee', 'rabfang-demo');
    await page.getByText(shell.signIn.offline).waitFor();
  });

  it('says after how long to try again', async () => {
    const page = await open('visitor', '#/signin');
    const tooMany = page.getByRole('alert').getByText(/ลองหลายครั้งเกินไป ลองใหม่ได้ในอีก\s\d+\sนาที/);
    for (let attempt = 0; attempt < 15 && !(await tooMany.isVisible()); attempt++) {
      const answered = page.waitForResponse(/api\/session/);
      await signInByHand(page, 'somebody', 'wrong');
      await answered;
      await page.getByRole('alert').waitFor();
    }
    await tooMany.waitFor();
  });

  it('signs out to the door, and the session is dead', async () => {
    const page = await open('nok', '#/home');
    await page.getByRole('button', { name: /^นก/ }).click();
    await page.getByRole('button', { name: shell.signOut }).click();
    await page.waitForURL(/#\/signin$/);
    const answer = await page.context().request.get('/api/session');
    expect(answer.status()).to.equal(401);
  });

  it('keeps language and theme, without a reload', async () => {
    const page = await open('nok', '#/home');
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByRole('link', { name: 'Overview' }).first().waitFor();
    await page.getByRole('button', { name: 'Dark mode' }).click();
    await page.reload();
    await page.getByRole('link', { name: 'Overview' }).first().waitFor();
    const root = page.locator('html');
    expect(await root.getAttribute('lang')).to.equal('en');
    expect(await root.getAttribute('data-theme')).to.equal('dark');
  });

  it('has the pages in the menu on a phone', async () => {
    const page = await open('somchai', '#/home', phone);
    await page.getByRole('button', { name: /เมนู/ }).click();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('link', { name: shell.nav.review }).click();
    await heading(page).getByText(words.review.queueOf('ขอนแก่น')).waitFor();
    expect(await page.locator('#account').isVisible()).to.equal(false);
  });

  it('does not show a page to those it is not for', async () => {
    const page = await open('malee', '#/batches/new');
    await heading(page).getByText(shell.notYours).waitFor();
  });

  it('takes filters away one by one', async () => {
    const page = await open('nok', '#/responses?province=TH-50&strategy=trust');
    const total = async () => Number((await heading(page).textContent())?.replace(/\D/g, ''));
    await heading(page).getByText('หลังตัวเลขนี้').waitFor();
    const narrow = await total();
    await page.getByRole('link', { name: 'เอา จังหวัด เชียงใหม่ ออก' }).click();
    await page.waitForURL(/#\/responses\?strategy=trust(&survey=2569)?$/);
    await settled(page);
    await heading(page).getByText('หลังตัวเลขนี้').waitFor();
    expect(await total()).to.be.above(narrow);
  });

  it('approves one, counts it at once and goes on to the next', async () => {
    const page = await open('wanida', ofOthers);
    await page.getByRole('list', { name: words.listLabel }).getByRole('link').first().click();
    const approve = page.getByRole('button', { name: words.review.approve });
    await approve.waitFor();
    const address = page.url();
    await approve.click();
    await page.getByText(words.review.done.approved).first().waitFor();
    expect(await approve.isDisabled()).to.equal(true);
    await page.getByRole('link', { name: words.review.next('') }).click();
    await page.waitForURL((url) => url.href !== address);
    await approve.waitFor();
  });

  it('wants a reason for sending back, and keeps it when somebody else was first', async () => {
    const page = await open('wanida', ofOthers);
    await page.getByRole('list', { name: words.listLabel }).getByRole('link').first().click();
    await page.getByRole('button', { name: words.review.sendBack }).click();
    const dialog = page.getByRole('dialog', { name: words.review.returnTitle });
    await dialog.getByRole('button', { name: words.review.returnDo }).click();
    await dialog.getByText(words.review.reasonMissing).waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await rejectAsAnother(tests, /responses\/([\w-]+)/.exec(page.url())?.[1] ?? '');
    await dialog.getByLabel(words.review.reason).fill('ขอชื่อหมู่บ้านที่ถูกต้อง');
    await dialog.getByRole('button', { name: words.review.returnDo }).click();
    const conflict = page.getByRole('status').filter({ hasText: words.review.conflict });
    await conflict.getByText('admin บันทึก “ไม่รับ”').waitFor();
    await conflict.getByText('ขอชื่อหมู่บ้านที่ถูกต้อง').waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await conflict.getByRole('button', { name: words.review.useMine }).click();
    await page.getByText(words.review.done.returned).first().waitFor();
    const history = page.getByRole('listitem').filter({ hasText: 'wanida' });
    await history.getByText('ขอชื่อหมู่บ้านที่ถูกต้อง').waitFor();
  });
});

/** Another reviewer decides meanwhile. */
async function rejectAsAnother(tests: Journeys, id: string): Promise<void> {
  const other = await tests.requests('admin');
  const answer = await other.post(`/api/surveys/2569/responses/${id}/decisions`, {
    data: { decision: 'rejected', reason: 'ซ้ำกับชุดอื่น' },
  });
  expect(answer.status()).to.equal(201);
}
