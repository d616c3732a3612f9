// A sub-plan on one A4 sheet, and the report that is made of such sheets: counted pages, nothing cut, numbers kept under an id.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';
import { pdfText } from '../support/pdf-text.ts';

const languages = ['th', 'en'] as const;

describe('the report on the plan', function () {
  this.timeout(120_000);
  const tests = onDemonstration();

  const opened = async (hash: string, lang: 'th' | 'en', device = desktop) => {
    const one = await tests.open('nok', hash, { ...device, remembers: { 'rabfang.lang': lang } });
    await settled(one.page);
    return one;
  };
  const printed = async (page: Page) => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? [];
    return { pages: pages.length, text: pdfText(pdf) };
  };
  const ready = (page: Page) => page.locator('.report[data-ready=true]').waitFor();

  /** of each sheet: how much lies below its foot, and between its foot and what stands above it */
  const roomOf = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.brief-sheet')].map((sheet) => {
        const foot = sheet.querySelector('footer');
        const at = foot?.getBoundingClientRect();
        const above = foot?.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
        return {
          name: sheet.getAttribute('aria-label'),
          below: sheet.getBoundingClientRect().bottom - (at?.bottom ?? 0),
          between: (at?.top ?? 0) - above,
          wide: sheet.scrollWidth - sheet.clientWidth,
        };
      }),
    );

  for (const lang of languages)
    it(`prints the page of a sub-plan on exactly one sheet (${lang})`, async () => {
      const { page, complaints } = await opened('#/plan/sub-plans/1.1', lang);
      await page.locator('.plan-year').waitFor();
      await settled(page);
      const { pages, text } = await printed(page);
      expect(pages).to.equal(1);
      const title = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
      expect(text).to.include(title.replace(/\s+/g, ''));
      expect(await axe(page)).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });

  it('prints a narrowed page as it is, and offers no sheet of it', async () => {
    const { page } = await opened('#/plan/sub-plans/1.1?region=north', 'th');
    await page.locator('.plan-year').waitFor();
    await settled(page);
    expect(await page.getByRole('link', { name: 'หน้า A4' }).count()).to.equal(0);
    expect(await page.locator('.plan-sheet').count()).to.equal(0);
    expect((await printed(page)).text).to.include('ภาคเหนือ');
  });

  for (const [lang, round] of [
    ['th', '2569'],
    ['en', '2569'],
    // the round of before is reviewed: people's words are on its sheets
    ['th', '2568'],
  ] as const)
    it(`has a cover, contents and a sheet for each sub-plan, from which nothing is cut (${lang}, ${round})`, async () => {
      const { page, complaints } = await opened(`#/plan/report?survey=${round}`, lang);
      await ready(page);
      const rooms = await roomOf(page);
      expect(rooms).to.have.length(19);
      for (const { name, below, between, wide } of rooms) {
        expect(below, name ?? '').to.be.above(10);
        expect(between, name ?? '').to.be.at.least(0);
        expect(wide, name ?? '').to.equal(0);
      }
      const { pages, text } = await printed(page);
      expect(pages).to.equal(19);
      expect(text).to.include(lang === 'th' ? 'หน้า19/19' : 'Page19/19');
      expect(await axe(page)).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });

  it('keeps the numbers of the year and of the one before under ids, which stand on every sheet', async () => {
    const { page } = await opened('#/plan/report', 'th');
    await ready(page);
    expect((await printed(page)).text).to.include('ยังไม่ได้เก็บเป็นฉบับคงที่');
    await page.getByRole('button', { name: 'เก็บเป็นฉบับคงที่' }).click();
    await page.waitForURL(/snapshot=RF-.*before=RF-/);
    await ready(page);
    const query = new URLSearchParams(page.url().split('?')[1]);
    const ids = [query.get('snapshot') ?? '', query.get('before') ?? ''];
    const { text } = await printed(page);
    for (const id of ids) expect(text.split(id).length - 1).to.be.at.least(19);

    const planner = await tests.requests('nok');
    const kept = await Promise.all(
      ids.map(async (id) => (await planner.get(`/api/surveys/2569/snapshots/${id}`)).json()),
    );
    const [now, before] = kept.map(({ reply }) => reply.filters);
    expect(now.to > before.to && now.from > before.from).to.equal(true);
    const [first] = kept[0].reply.figures['by-sub-plan'];
    expect(text).to.include(`${first.issues}ประเด็นจาก${first.responses}แบบสำรวจ`);

    expect(text, 'whose numbers these are').to.include('ทั้งประเทศ');

    // two snapshots that are no two years
    await page.goto(`${tests.server.url}/#/plan/report?snapshot=${ids[1]}&before=${ids[0]}`);
    await page.getByRole('heading', { name: 'ไม่พบรายงานนี้' }).waitFor();

    // the year before of one province is not the country's
    const { subPlan, from, to } = before;
    const filters = { subPlan, from, to, province: ['TH-50'] };
    const narrow = await planner.post('/api/surveys/2569/snapshots', {
      data: { name: 'เชียงใหม่', filters },
    });
    expect(narrow.status(), await narrow.text()).to.equal(201);
    const { id: other } = await narrow.json();
    await page.goto(`${tests.server.url}/#/plan/report?snapshot=${ids[0]}&before=${other}`);
    await page.getByRole('heading', { name: 'ไม่พบรายงานนี้' }).waitFor();
  });

  for (const lang of languages)
    it(`is read on a phone (${lang})`, async () => {
      const { page } = await opened('#/plan/report?subPlan=6.1', lang, phone);
      await ready(page);
      expect(await page.locator('.brief-sheet').count()).to.equal(1);
      expect(await overflow(page)).to.equal(0);
      expect(await axe(page)).to.deep.equal([]);
      await page.goto(`${tests.server.url}/#/plan/sub-plans/6.1`);
      await page.locator('.plan-year').waitFor();
      await settled(page);
      expect(await overflow(page)).to.equal(0);
      expect(await axe(page)).to.deep.equal([]);
    });

  it('leads to the sub-plans before and after by the arrow keys', async () => {
    const { page } = await opened('#/plan/sub-plans/1.2', 'th');
    await page.locator('.plan-year').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/sub-plans\/1\.3/);
    await settled(page);
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/sub-plans\/1\.2/);
  });
});
