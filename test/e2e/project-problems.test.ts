// The problems that a project answers, before its first day and since: the numbers of the server, and no word of a cause.
import { expect } from 'chai';
import { projectProblems as words } from '../../client/i18n/en/project-problems.ts';
import { desktop, phone } from '../support/browser.ts';
import { aProject } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';

describe('the problems of a project', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  for (const [device, lang] of [
    [desktop, 'en'],
    [phone, 'en'],
  ] as const)
    it(`are compared before it began and since (${device.viewport?.width})`, async () => {
      const planner = await tests.requests('nok');
      const body = aProject({
        subPlans: ['6.1'],
        provinces: 'all',
        start: '2025-10-01',
        budget: {},
      });
      const { id } = await (await planner.post('/api/plan/projects', { data: body })).json();
      const round = await (await planner.get('/api/surveys/2569')).json();
      const sorted = round.subPlans.map((one: { id: string }) => one.id).join(',');
      const responsesOf = async (subPlan: string) => {
        const query = `subPlan=${subPlan}&from=2024-10-01&to=2025-09-30`;
        const reply = await planner.get(`/api/surveys/2569/figures?${query}`);
        return (await reply.json()).strip.responses;
      };
      const [raised, of] = [await responsesOf('6.1'), await responsesOf(sorted)];

      const { page, complaints } = await tests.open('nok', `#/plan/projects/${id}`, {
        ...device,
        remembers: { 'rabfang.lang': lang },
      });
      const section = page.locator('.project-problems');
      await section.getByText(words.noCause, { exact: false }).waitFor();
      await settled(page);
      expect((await section.textContent())?.replace(/\s+/g, ' ')).to.include(
        `${raised} of ${of} responses that belong to a sub-plan`,
      );
      expect(await section.getByRole('row').count()).to.be.above(5);
      expect(await axe(page)).to.deep.equal([]);
      expect(await overflow(page)).to.equal(0);
      expect(complaints).to.deep.equal([]);
    });

  it('are nothing yet before it has begun', async () => {
    const planner = await tests.requests('nok');
    const body = aProject({ start: '2090-10-01', end: '2091-09-30', budget: {} });
    const { id } = await (await planner.post('/api/plan/projects', { data: body })).json();
    const { page } = await tests.open('nok', `#/plan/projects/${id}`, {
      remembers: { 'rabfang.lang': 'en' },
    });
    await page.getByText(words.notBegun).waitFor();
  });
});
