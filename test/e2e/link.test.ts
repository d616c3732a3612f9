// The workbench in a real browser: a group is linked by one key, taken back, and skipped; keys can be turned off.
import { expect } from 'chai';
import { linkIssues } from '../../client/i18n/en/link-issues.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

describe('linking problems in a browser', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('confirms a suggestion for a whole group by one key, and takes it back', async () => {
    const { page } = await tests.open('nok', '#/plan/link', {
      remembers: { 'rabfang.lang': 'en' },
    });
    const title = page.locator('.desk h2');
    // thousands of responses are grouped first
    await title.waitFor({ timeout: 30_000 });
    const first = await title.textContent();
    expect(await axe(page)).to.deep.equal([]);

    await page.locator('.suggestions button').first().waitFor();
    await page.keyboard.press('1');
    const undo = page.getByRole('button', { name: linkIssues.undo });
    await undo.waitFor();
    expect(await title.textContent()).not.to.equal(first);
    await page.keyboard.press('u');
    await undo.waitFor({ state: 'detached' });
    expect(await title.textContent()).to.equal(first);

    await page.getByLabel(linkIssues.note).fill('1 s n');
    expect(await title.textContent(), 'nothing is done while somebody types').to.equal(first);
    await page.getByLabel(linkIssues.keys).uncheck();
    await page.keyboard.press('s');
    expect(await title.textContent(), 'the keys are turned off').to.equal(first);
    await page.getByRole('button', { name: linkIssues.skip }).click();
    await page.waitForFunction(
      (before) => document.querySelector('.desk h2')?.textContent !== before,
      first,
    );
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    expect(tests.complaints()).to.deep.equal([]);
  });
});
