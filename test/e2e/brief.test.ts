// The brief: one A4 page of any view, kept as a snapshot when it is printed, with nothing on it that tells of few.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';
import { pdfText } from '../support/pdf-text.ts';

const views = [
  '#/brief',
  '#/brief?province=TH-50',
  '#/brief?strategy=society',
  '#/brief?strategy=trust&province=TH-50',
  '#/brief?region=north&respondent=citizen&severity=4%2C5&channel=form&from=2026-01-01',
  // the round of before is reviewed: people's words are on it
  '#/brief?survey=2568',
  '#/brief?survey=2568&region=northeast',
  '#/brief?province=TH-17',
  '#/brief?respondent=agency&severity=5&channel=api',
];

describe('the brief', function () {
  this.timeout(120_000);
  const tests = onDemonstration();

  const opened = async (hash: string, lang: 'th' | 'en') => {
    const remembers = { 'rabfang.lang': lang };
    const one = await tests.open('nok', hash, { ...desktop, remembers });
    await one.page.locator('.brief-sheet').waitFor();
    await settled(one.page);
    return one;
  };
  const printed = async (page: Page) => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? [];
    return { pages: pages.length, text: pdfText(pdf) };
  };

  for (const lang of ['th', 'en'] as const)
    it(`is exactly one page, from which nothing is cut, for every kind of view (${lang})`, async () => {
      const { page, complaints } = await opened('#/brief', lang);
      for (const view of views) {
        await page.goto(`${tests.server.url}/${view}`);
        await page.locator('.brief-sheet').waitFor();
        await settled(page);
        expect((await printed(page)).pages, view).to.equal(1);
        const boxes = ['.brief-sheet', '.brief-sheet footer', '.brief-not'].map((name) =>
          page.locator(name).boundingBox(),
        );
        const [sheet, foot, last] = (await Promise.all(boxes)).map((box) => ({
          top: box?.y ?? Number.NaN,
          bottom: (box?.y ?? 0) + (box?.height ?? 0),
        }));
        const room = {
          below: Number(sheet?.bottom) - Number(foot?.bottom),
          between: Number(foot?.top) - Number(last?.bottom),
        };
        expect(room.below, view).to.be.above(10);
        expect(room.between, view).to.be.at.least(0);
      }
      expect(complaints).to.deep.equal([]);
    });

  it('is kept as a snapshot before it is printed, and says which, with the numbers of that', async () => {
    const { page } = await opened('#/brief?province=TH-50&respondent=citizen', 'th');
    expect((await printed(page)).text).to.include('ยังไม่ได้เก็บเป็นฉบับคงที่');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'เก็บและพิมพ์' }).click();
    await page.locator('body[data-printed=yes]').waitFor();
    const id = new URLSearchParams(page.url().split('?')[1]).get('snapshot') ?? '';
    const { text } = await printed(page);
    expect(text).to.include(id).and.include('ตัวกรองที่ใช้').and.include('ประชาชน');
    await page.getByRole('img', { name: `คิวอาร์โค้ดไปยังฉบับคงที่ ${id}` }).waitFor();

    const planner = await tests.requests('nok');
    const snapshot = await (await planner.get(`/api/surveys/2569/snapshots/${id}`)).json();
    expect(snapshot.reply.filters).to.deep.equal({ province: ['TH-50'], respondent: ['citizen'] });
    expect(text).to.include(`${snapshot.reply.strip.issues}ประเด็น`);
    const { items } = await (await planner.get('/api/surveys/2569/snapshots')).json();
    expect(items[0]).to.include({ id, name: 'เอกสารสรุป: เชียงใหม่' });
  });

  it('has no number that tells of fewer than five', async () => {
    const planner = await tests.requests('nok');
    const query = 'province=TH-50&respondent=agency&severity=5&channel=api';
    const { strip } = await (await planner.get(`/api/surveys/2569/figures?${query}`)).json();
    expect(strip.responses, 'the demonstration has few of these').to.be.within(1, 4);
    const { page } = await opened(`#/brief?${query}`, 'th');
    expect(
      await page.locator('.brief-facts, .brief-bars, .brief-voices, .brief-lines').count(),
    ).to.equal(0);
  });
});
