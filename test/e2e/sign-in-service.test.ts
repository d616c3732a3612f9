// Signing in by the organisation's own service in a real browser: there, back to the page that was wanted, and out of both.
import { expect } from 'chai';
import { account } from '../../client/i18n/th/account.ts';
import { batches } from '../../client/i18n/th/batches.ts';
import { shell } from '../../client/i18n/th/shell.ts';
import { signInService as words } from '../../client/i18n/th/sign-in-service.ts';
import { desktop, phone } from '../support/browser.ts';
import { onServerWith } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';
import { type SignInServiceForTests, startSignInService } from '../support/sign-in-service.ts';

describe('the organisation’s sign-in service in a browser', function () {
  this.timeout(60_000);
  let service: SignInServiceForTests;
  const name = 'บัญชีกระทรวง';
  const rule = { when: { groups: 'officers' }, role: 'officer', office: { claim: 'office' } };
  const tests = onServerWith(async () => {
    service = await startSignInService();
    return { ...service.env, OIDC_MAPPING: JSON.stringify([rule]), OIDC_NEW_PEOPLE: 'on' };
  });
  before(() => {
    service.knows(tests.server.url);
    service.asks = true;
    service.signsIn('subject-1', {
      name: 'สมศรี ใจดี',
      preferred_username: 'somsri',
      groups: ['officers'],
      office: 'TH-40',
    });
  });
  after(() => service.stop());

  for (const [where, profile] of [
    ['a phone', phone],
    ['a desk', desktop],
  ] as const)
    it(`leads there and back to the page that was wanted, and signs out of both, on ${where}`, async () => {
      const { page } = await tests.open('visitor', '#/batches', profile);
      const button = page.getByRole('button', { name: words.title(name) });
      await button.waitFor();
      expect(await axe(page)).to.deep.equal([]);
      expect(await overflow(page)).to.equal(0);

      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Go on as subject-1' }).click();
      await page.waitForURL(/#\/batches(\?survey=2569)?$/);
      await page.getByRole('heading', { name: batches.list.title, level: 1 }).waitFor();

      await page.goto(`${tests.server.url}/#/me`);
      await page.getByText(words.own.only).waitFor();
      expect(await page.getByText(account.password.change).count()).to.equal(0);
      expect(await axe(page)).to.deep.equal([]);
      expect(await overflow(page)).to.equal(0);
      await page.getByRole('heading', { name: account.title('สมศรี ใจดี') }).waitFor();
      await page.goto(`${tests.server.url}/#/home`);
      await page.getByRole('button', { name: /สมศรี/ }).click();
      await page.getByRole('button', { name: shell.signOut }).click();
      // the service asks whether its own session shall end, too
      await page.getByRole('button', { name: 'Sign me out' }).click();
      await button.waitFor();
      // who is asked for and is not signed in is 401, which a browser says aloud
      // and the service of the tests has no icon, which it asks for now and then
      const complaints = tests
        .complaints()
        .filter((one) => !/(?:\/api\/session|\/favicon\.ico)$/.test(one));
      expect(complaints).to.deep.equal([]);
    });

  it('says why somebody was not let in, and lets in by password when the service is down', async () => {
    const { page } = await tests.open('visitor', '#/signin');
    service.declines = true;
    await page.getByRole('button', { name: words.title(name) }).click();
    await page.getByRole('button', { name: 'Go on as subject-1' }).click();
    await page.getByRole('alert').getByText(words.refusals.declined).waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await page.getByLabel(shell.signIn.username).fill('somchai');
    await page.getByRole('textbox', { name: shell.signIn.password }).fill('rabfang-demo');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/home$/);
  });
});
