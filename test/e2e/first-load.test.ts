// What a poor line pays until the first question can be answered. Sizes and journeys, not times: those are `npm run bench -- form`.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { countLine, type Line } from '../support/slow-line.ts';

describe('the first visit to the field', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  async function lineUntil(hash: string, isThere: (page: Page) => Promise<void>): Promise<Line> {
    const { page } = await tests.open('malee', '', phone);
    await page.goto('about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    const line = await countLine(page);
    await page.goto(`${tests.server.url}/${hash}`);
    await isThere(page);
    return line();
  }

  it('loads the form with few journeys and little script', async () => {
    const { requests, script } = await lineUntil('#/collect', (page) =>
      page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor(),
    );
    expect(requests, 'page, script, style, session, rounds, mark, four letter files').to.be.at.most(
      14,
    );
    expect(script / 1024, 'KiB of script').to.be.within(20, 110);
  });
});
