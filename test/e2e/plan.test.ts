// The plan in a real browser: a planner adds a project by keys and clicks, an officer reports what it has reached.
import { expect } from 'chai';
import { plan } from '../../client/i18n/en/plan.ts';
import { planMatrix } from '../../client/i18n/en/plan-matrix.ts';
import { planReport } from '../../client/i18n/en/plan-report.ts';
import { responses } from '../../client/i18n/en/responses.ts';
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

  it('takes a table: says what is wrong, then what it would change, and stores it', async () => {
    const code = `F-${newId().slice(0, 6)}`;
    const table = (subPlan: string) => ({
      name: 'plan.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `code,nameTh,subPlans,office,provinces,start,end,budget 2569\n${code},โครงการจากตาราง,${subPlan},TH-40,TH-40,2025-10-01,2026-09-30,"2,000,000"\n`,
      ),
    });
    const { page } = await tests.open('nok', '#/plan/projects', english);
    await page.getByRole('link', { name: plan.file.open }).click();
    const input = page.getByLabel(plan.file.choose);
    await input.setInputFiles(table('99.9'));
    await page
      .getByText(plan.file.reason('subPlans', plan.wrong['unknown-sub-plan'], '99.9'))
      .waitFor();
    expect(await page.getByRole('button', { name: plan.file.take }).count()).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);

    await input.setInputFiles(table('1.1'));
    await page.getByRole('button', { name: plan.file.take }).click();
    await page.getByText(plan.file.taken('1', '0')).waitFor();
    expect(await overflow(page)).to.equal(0);

    await input.setInputFiles(table('1.1'));
    await page.getByText(plan.file.nothingNew).waitFor();
    await page.goto(`${tests.server.url}/#/plan/projects/${code.toLowerCase()}`);
    await page.getByText(plan.baht('2,000,000')).first().waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('says which problem has no plan and which plan no voice, and opens every cell', async () => {
    const words = planMatrix;
    const planner = await tests.requests('nok');
    const { items } = await (
      await planner.get('/api/surveys/2569/responses?limit=40&region=north')
    ).json();
    const issues = items.flatMap((one: any) => one.issues.map(({ id }: any) => `${one.id}#${id}`));
    await planner.post('/api/surveys/2569/links', {
      data: { issues: issues.slice(0, 60), subPlan: '5.2' },
    });
    await planner.post('/api/plan/projects', {
      data: aProject({ subPlans: ['2.3'], provinces: ['TH-90'], budget: { 2570: 48_000_000 } }),
    });
    const { page } = await tests.open('nok', '#/plan', english);
    // how many others have said there is no matter of this journey
    const cell = page.getByRole('link', { name: /^5\.2 .*Northern · [\d,]+ issues/ });
    await cell.waitFor();
    await page.getByRole('heading', { name: /^2\.3 .* has 48\.0 million baht/ }).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    await page.getByRole('button', { name: words.orders.issues, exact: true }).click();
    await page.getByRole('button', { name: 'Northern', exact: true }).click();
    await page
      .getByRole('columnheader', { name: 'Northern' })
      .and(page.locator('[aria-sort=descending]'))
      .waitFor();
    await page.getByLabel(words.columns).selectOption('north');
    await page.getByRole('link', { name: /^5\.2 .*Chiang Mai · / }).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    await page.getByLabel(words.columns).selectOption('');
    await cell.click();
    await page.waitForURL(/#\/responses\?subPlan=5\.2&region=north/);
    await page.goBack();
    await page.getByRole('rowheader', { name: /^5\.2/ }).getByRole('link').click();
    await page.getByRole('heading', { name: /^5\.2/, level: 1 }).waitFor();
    await page.getByText(planReport.noProjects).first().waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await page.goto(`${tests.server.url}/#/responses/${items[0].id}`);
    await page.getByText(responses.one.linked.subPlans).first().waitFor();
    await page
      .getByRole('link', { name: /^5\.2 / })
      .first()
      .waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(tests.complaints()).to.deep.equal([]);
  });
});
