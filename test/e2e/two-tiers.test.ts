// A round with two tiers of review: the office's decision, then the nation's, each taken by keyboard alone, and what figures count at each step.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { dashboard as dashboardEn } from '../../client/i18n/en/dashboard.ts';
import { common as commonEn } from '../../client/i18n/en/everywhere.ts';
import { responses as responsesEn } from '../../client/i18n/en/responses.ts';
import { dashboard as dashboardTh } from '../../client/i18n/th/dashboard.ts';
import { common as commonTh } from '../../client/i18n/th/everywhere.ts';
import { responses as responsesTh } from '../../client/i18n/th/responses.ts';
import { desktop, phone } from '../support/browser.ts';
import { aResponse, newId } from '../support/build.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { onDataOf } from '../support/journeys.ts';
import { press } from '../support/keyboard.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';

const th = { common: commonTh, dashboard: dashboardTh, responses: responsesTh };
const en: typeof th = { common: commonEn, dashboard: dashboardEn, responses: responsesEn };

describe('two tiers of review', function () {
  this.timeout(120_000);
  const tests = onDataOf(() => fillFolder(0));

  async function isSound(page: Page): Promise<void> {
    await settled(page);
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
  }

  for (const [lang, words, profile, round] of [
    ['th', th, phone, '2575'],
    ['en', en, desktop, '2576'],
  ] as const)
    it(`leads from the office to the nation, by keyboard alone (${lang}, ${profile.viewport?.width} px)`, async () => {
      const admin = await tests.requests('admin');
      const ask = async (method: 'POST' | 'PATCH' | 'PUT', path: string, data: object) => {
        const answer = await admin.fetch(path, { method, data });
        expect(answer.ok(), await answer.text()).to.equal(true);
      };
      const names = { nameTh: `รอบ ${round}`, nameEn: `Round ${round}` };
      await ask('POST', '/api/rounds', { id: round, ...names });
      await ask('PATCH', `/api/rounds/${round}/draft`, { reviewTiers: 2, countApprovedOnly: true });
      await ask('POST', `/api/rounds/${round}/versions`, {});
      const at = `/api/surveys/${round}/responses/${newId()}`;
      // the officer decides on what is somebody else's, and so does the nation
      await (await tests.requests('wanida')).put(at, {
        data: aResponse({ channel: 'api', place: { province: 'TH-40' } }),
      });
      const standing = async () => {
        const { status } = await (await admin.get(at)).json();
        const { strip } = await (await admin.get(`/api/surveys/${round}/figures`)).json();
        return { status, counted: strip.responses };
      };
      const { review } = words.responses;
      const open = async (who: string, waits: string) => {
        const remembers = { 'rabfang.lang': lang };
        const { page } = await tests.open(who, `#/review?survey=${round}`, {
          ...profile,
          remembers,
        });
        await page.locator('.pagehead').getByText(waits).waitFor();
        await isSound(page);
        return page;
      };
      const decided = async (page: Page) => {
        const stored = page.waitForResponse((one) => one.url().endsWith('/decisions'));
        await page.keyboard.press('a');
        expect((await stored).status()).to.equal(201);
        await page.getByText(review.queueEmpty).waitFor();
      };

      const office = await open('somchai', words.common.statusFilters['for-office']);
      await decided(office);
      expect(await standing()).to.deep.equal({ status: 'endorsed', counted: 0 });
      // what was decided is the nation's now
      await press(office, office.getByRole('button', { name: review.again }));
      await office.getByText(review.queueEmpty).waitFor();

      const nation = await open('admin', words.common.statusFilters['for-national']);
      await decided(nation);
      expect(await standing()).to.deep.equal({ status: 'approved', counted: 1 });

      await nation.goto(`${tests.server.url}/#/?survey=${round}`);
      await nation.locator('.caveat').getByText(words.dashboard.countsFrom.national).waitFor();
      await isSound(nation);
      await nation.goto(
        `${tests.server.url}/#${at.replace(/.*\/responses/, '/responses')}?survey=${round}`,
      );
      const history = nation.locator('.tl');
      const { statuses } = words.common;
      await history.getByText(statuses.endorsed).waitFor();
      await history.getByText(`${statuses.approved} · ${words.responses.one.tiers[2]}`).waitFor();
      await isSound(nation);
      expect(tests.complaints()).to.deep.equal([]);
    });
});
