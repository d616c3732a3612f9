// A planner shows the overview to a room: figure by figure, by keys, each whole at 1280 × 720.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

const projector = { viewport: { width: 1280, height: 720 } };
/** where a person who looks keeps them */
const keptIn = process.env.PICTURES;

describe('the projector', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  const figureIn = (page: Page) => new URL(page.url().replace('#/', '')).searchParams.get('figure');

  it('shows every figure whole, and goes through them by keys', async () => {
    const { page, complaints } = await tests.open('nok', '#/', projector);
    await settled(page);
    await page.getByRole('link', { name: 'ฉายขึ้นจอ' }).click();
    const box = page.locator('.present-box');
    await box.waitFor();
    const seen: string[] = [];
    for (let at = 0; at < 9; at++) {
      await page.locator('.present-foot li').nth(at).and(page.locator('.on')).waitFor();
      await settled(page);
      await page.waitForTimeout(500);
      if (keptIn) await page.screenshot({ path: `${keptIn}/present-${at}.png` });
      seen.push(figureIn(page) ?? 'lead');
      const { over, scrolls } = await page.evaluate(() => {
        const [around, inside] = ['.present-box', '.present-content'].map((one) =>
          document.querySelector(one)?.getBoundingClientRect(),
        );
        return {
          over: (inside?.bottom ?? 0) - (around?.bottom ?? 0),
          scrolls: document.documentElement.scrollHeight > innerHeight,
        };
      });
      expect(over, seen.at(-1)).to.be.at.most(2);
      expect(scrolls, seen.at(-1)).to.equal(false);
      await page.keyboard.press('ArrowRight');
    }
    expect(seen).to.deep.equal([
      'lead',
      'strategies',
      'groups',
      'provinces',
      'map',
      'funnel',
      'places',
      'severity',
      'months',
    ]);
    // the last one stays
    expect(figureIn(page)).to.equal('months');
    expect(await axe(page)).to.deep.equal([]);

    await page.keyboard.press('Home');
    await page
      .getByRole('status')
      .filter({ hasText: 'ภาพ 1 จาก 9' })
      .waitFor({ state: 'attached' });
    expect(complaints).to.deep.equal([]);
  });

  it('says what is filtered and as of when, and Escape leads back to the same view', async () => {
    const { page } = await tests.open('nok', '#/present?region=south&figure=provinces', projector);
    await settled(page);
    const head = page.locator('.present-head');
    await head.getByText('ภาคใต้').or(head.getByText('ใต้')).first().waitFor();
    expect(await head.textContent()).to.match(/ข้อมูล ณ \d/);

    await page.keyboard.press('Escape');

    await page.waitForURL(/#\/\?(.*&)?region=south/);
    expect(await page.evaluate(() => document.documentElement.className)).to.not.include(
      'presenting',
    );
  });
});
