// Rules in a real browser: written with its preview beside it, switched on after it said what it links, and taken back.
import { expect } from 'chai';
import { linkRules } from '../../client/i18n/en/link-rules.ts';
import { responses } from '../../client/i18n/en/responses.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

describe('rules that link, in a browser', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('show what they would link while they are written, link it when switched on, and take it back', async () => {
    const { page } = await tests.open('nok', '#/plan/rules', {
      remembers: { 'rabfang.lang': 'en' },
    });
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await page.getByText(linkRules.none).waitFor();
    await button(linkRules.add).click();
    await button(linkRules.save).click();
    await page.getByText(linkRules.wordsMissing).waitFor();
    await page.getByLabel(linkRules.words, { exact: true }).fill('ชาร์จแบต, หอกระจายข่าว, อินเทอร์เน็ต');
    await page.getByRole('combobox', { name: linkRules.subPlan }).fill('1.2');
    await page.keyboard.press('Enter');
    const marks = page.locator('.rule-beside mark');
    await marks.first().waitFor({ timeout: 20_000 });
    expect(await marks.first().textContent()).to.equal('อินเทอร์เน็ต');
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    await button(linkRules.save).click();
    const rule = page.locator('.rule');
    await rule.getByText(linkRules.states.off).waitFor();
    await button(linkRules.switchOn).click();
    const dialog = page.getByRole('dialog');
    const go = dialog.getByRole('button', { name: /Switch on and link/ });
    await dialog.locator('mark').first().waitFor({ timeout: 20_000 });
    const example = await dialog.locator('.examples a').first().getAttribute('href');
    const promised = /[\d,]+/.exec((await go.textContent()) ?? '')?.[0];
    expect(await axe(page)).to.deep.equal([]);
    await go.click();
    await rule.getByText(`${promised} problems linked`).waitFor({ timeout: 30_000 });
    await page.getByText(linkRules.isOn).waitFor();

    await button(linkRules.undo).click();
    await rule.getByText('0 problems linked').waitFor({ timeout: 30_000 });
    await rule.getByText(linkRules.states.off, { exact: true }).waitFor();
    await button(linkRules.putAway).click();
    await page.getByText(linkRules.isAway).waitFor();
    await rule.waitFor({ state: 'detached' });
    expect(await axe(page)).to.deep.equal([]);

    // on the page of a response stands what was ever linked, by whom and how
    await page.evaluate((hash) => {
      location.hash = hash ?? '';
    }, example);
    const told = page.locator('section', { hasText: responses.one.linkHistory.title });
    await told.getByText(/inked\sto\s1\.2/).waitFor();
    await told.getByText(/to\s1\.2.*taken\sback/).waitFor();
    expect(await told.getByText(/nok\s·\sby\sa\srule/).count()).to.equal(2);
    expect(await axe(page)).to.deep.equal([]);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('offer nothing to do with a rule of a larger place than the own', async () => {
    const planner = await tests.requests('nok');
    const data = { words: ['ศูนย์ดิจิทัลชุมชน'], subPlan: '3.1' };
    const added = await planner.post('/api/surveys/2569/rules', { data });
    expect(added.status(), await added.text()).to.equal(201);
    const { page } = await tests.open('nok', '#/plan/rules', {
      remembers: { 'rabfang.lang': 'en' },
    });
    const acts = page.locator('.rule').getByRole('button', { name: linkRules.switchOn });
    await acts.waitFor();
    await page.route('**/api/session', async (route) => {
      const answer = await route.fetch();
      const told = await answer.json();
      const user = { ...told.user, scope: { kind: 'region', region: 'north' } };
      await route.fulfill({ response: answer, json: { ...told, user } });
    });
    await page.reload();
    await page.locator('.rule').waitFor();
    await acts.waitFor({ state: 'detached' });
    expect(await page.locator('.rule h2').count()).to.equal(1);
  });
});
