// A walk through the workbench by keys alone, as a planner takes it: what fits is confirmed, what has no suggestion is skipped.
import { expect } from 'chai';
import { phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';

const wanted = 300;

describe('a walk through the workbench', function () {
  this.timeout(120_000);
  const tests = onDemonstration();

  it('links many issues by few keys on a narrow page, and the server counts what it said', async () => {
    const planner = await tests.requests('nok');
    const linked = async () => {
      const reply = await planner.get('/api/surveys/2569/figures?figures=by-sub-plan');
      const rows = (await reply.json()).figures['by-sub-plan'];
      return rows.reduce((sum: number, row: { linked: number }) => sum + row.linked, 0);
    };
    const before = await linked();
    const sent: number[] = [];
    const { page } = await tests.open('nok', '#/plan/link', phone);
    page.on('response', async (answer) => {
      if (answer.request().method() !== 'POST' || !answer.url().endsWith('/links')) return;
      sent.push((await answer.json()).changed);
    });
    const title = page.locator('.desk h2');
    await title.waitFor({ timeout: 30_000 });
    let keys = 0;
    const sum = () => sent.reduce((all, one) => all + one, 0);
    while (sum() < wanted && keys < 900) {
      const done = sent.length;
      const said = await title.textContent();
      const has = (await page.locator('.suggestions button').count()) > 0;
      await page.keyboard.press(has ? '1' : 's');
      keys += 1;
      if (has) while (sent.length === done) await page.waitForTimeout(10);
      else
        await page.waitForFunction(
          (text) => document.querySelector('.desk h2')?.textContent !== text,
          said,
        );
    }
    expect(sum()).to.be.at.least(wanted);
    expect(keys, 'no more keys than issues: a group is one').to.be.at.most(sum());
    expect((await linked()) - before).to.equal(sum());
    expect(tests.complaints()).to.deep.equal([]);
  });
});
