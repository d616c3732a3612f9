// A planner asks whether few topics make most, and reads what was said.
import { expect } from 'chai';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

/** where a person who looks keeps them */
const keptIn = process.env.PICTURES;

describe('what is said most often', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  for (const [name, device] of Object.entries({ desktop, phone }))
    it(`is read when it is asked for, and leads to a response: ${name}`, async () => {
      const { page, complaints } = await tests.open('nok', '#/?region=north', device);
      await settled(page);
      await page.getByRole('button', { name: 'ดูว่าน้อยเรื่องเป็นส่วนใหญ่หรือไม่' }).click();
      const figure = page.locator('section.fig').filter({ has: page.locator('a.topic') });
      await figure.waitFor();
      await settled(page);
      if (keptIn) await figure.screenshot({ path: `${keptIn}/pareto-${name}.png` });
      expect(await figure.locator('.honest').textContent()).to.match(/อ่านแบบสำรวจล่าสุด/);
      expect(await axe(page)).to.deep.equal([]);

      const topic = figure.locator('a.topic').first();
      const title = (await topic.textContent()) ?? '';
      await topic.click();
      await page.waitForURL(/#\/responses\/[0-9a-f-]{36}/);
      await page.getByText(title.slice(0, 6)).first().waitFor();
      expect(complaints).to.deep.equal([]);
    });
});
