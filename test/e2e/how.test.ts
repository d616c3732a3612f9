// Each figure says, one press away, how its numbers were computed and what they do not mean.
import { expect } from 'chai';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

describe('how a number was computed', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  const label = /^คำนวณอย่างไร และไม่ได้แปลว่าอะไร: /;

  for (const hash of ['#/', '#/province/TH-50', '#/compare'])
    it(`is said under every figure of ${hash}`, async () => {
      const { page, complaints } = await tests.open('nok', hash, desktop);
      await settled(page);
      const silent = page
        .locator('main section.fig')
        .filter({ has: page.locator('.honest') })
        .filter({ hasNot: page.locator('details.how') });
      expect(await silent.locator('h2').allTextContents()).to.deep.equal([]);
      const all = page.locator('main details.how > summary');
      const count = await all.count();
      expect(count).to.be.at.least(1);
      for (let at = 0; at < count; at += 1) {
        expect(await all.nth(at).getAttribute('aria-label')).to.match(label);
        await all.nth(at).focus();
        await page.keyboard.press('Enter');
      }
      const said = page.locator('details.how dl');
      await said.nth(count - 1).waitFor();
      const texts = await said.allInnerTexts();
      expect(new Set(texts).size, 'each its own').to.equal(count);
      for (const text of texts) expect(text).to.match(/คำนวณอย่างไร[\s\S]+ไม่ได้แปลว่าอะไร[\s\S]+/);
      expect(await axe(page)).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });

  it('says so when its words cannot be had, and has them when it is opened again', async () => {
    const { page } = await tests.open('nok', '#/', phone);
    await settled(page);
    let broken = true;
    await page.route(/\/how-[^/]+\.js/, (route) => (broken ? route.abort() : route.continue()));
    const first = page.locator('main details.how').first();
    await first.locator('summary').click();
    await first.getByRole('alert').waitFor();
    broken = false;
    await first.locator('summary').click();
    await first.locator('summary').click();
    await first.locator('dl').waitFor();
  });
});
