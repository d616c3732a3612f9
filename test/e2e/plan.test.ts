// The plan in a real browser: a planner adds a project by keys and clicks, an officer reports what it has reached.
import { expect } from 'chai';
import { plan } from '../../client/i18n/en/plan.ts';
import { aProject, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const english = { remembers: { 'rabfang.lang': 'en' } };

describe('the plan in a browser', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('takes a new project, says what is missing, and shows it with its results', async () => {
    const code = `E-${newId().slice(0, 6)}`;
    const { page } = await tests.open('nok', '#/plan/projects', english);
    await page.getByRole('button', { name: plan.add }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: plan.save }).click();
    await form.getByText(plan.wrong['no-province']).waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await form.getByLabel(plan.code).fill(code);
    await form.getByLabel(plan.names.th).fill('ศูนย์ดิจิทัลชุมชน');
    await form.getByRole('combobox', { name: plan.subPlans }).fill('1.1');
    await page.keyboard.press('Enter');
    await form.getByRole('combobox', { name: plan.office }).fill('Khon Kaen');
    await page.keyboard.press('Enter');
    await form.getByRole('combobox', { name: plan.provinces }).fill('Khon Kaen');
    await page.keyboard.press('Enter');
    await form.getByLabel(plan.start).fill('1 Oct 2025');
    await form.getByLabel(plan.end).fill('30 Sep 2027');
    await form.getByLabel(plan.budgetOf('2026')).fill('1,500,000');
    await form.getByRole('button', { name: plan.save }).click();

    await page.getByRole('heading', { name: 'ศูนย์ดิจิทัลชุมชน' }).waitFor();
    await page.getByText(plan.noResults).waitFor();
    await page.getByText(plan.baht('1,500,000')).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('takes an officer’s report of the own office’s project, and draws no report as zero', async () => {
    const planner = await tests.requests('nok');
    const { id } = await (await planner.post('/api/plan/projects', { data: aProject() })).json();
    const { page } = await tests.open('somchai', `#/plan/projects/${id}`, english);
    expect(await page.getByRole('button', { name: plan.editShort, exact: true }).count()).to.equal(
      0,
    );
    await page.getByRole('button', { name: plan.report }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(plan.indicatorKey).fill('centres');
    await form.getByLabel(plan.indicatorNames.th).fill('ศูนย์ที่เปิด');
    await form.getByLabel(plan.unit).fill('แห่ง');
    await form.getByLabel(plan.baseline, { exact: false }).first().fill('20');
    await form.getByLabel(plan.target).fill('20');
    await form.getByLabel(plan.fiscalYear).selectOption('2569');
    await form.getByRole('button', { name: plan.save }).click();
    await form.getByText(plan.wrong['target-is-baseline']).waitFor();
    await form.getByLabel(plan.target).fill('80');
    await form.getByRole('button', { name: plan.save }).click();

    await page.getByText(plan.missing('2026')).waitFor();
    await page.getByText(plan.notReported).waitFor();
    await page.getByRole('button', { name: plan.reportOf('ศูนย์ที่เปิด', '2026') }).click();
    await form.getByLabel(plan.reached).fill('80');
    await form.getByRole('button', { name: plan.save }).click();
    await page.getByText(plan.classes.achieved, { exact: true }).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    expect(tests.complaints()).to.deep.equal([]);
  });
});
