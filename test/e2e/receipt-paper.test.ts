// What an office files: the receipt of a sent file on one page, with everything that it says, in both languages.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batches as inEnglish } from '../../client/i18n/en/batches.ts';
import { batches as inThai } from '../../client/i18n/th/batches.ts';
import { desktop } from '../support/browser.ts';
import { onServerWith } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';
import { pdfText } from '../support/pdf-text.ts';

const survey = '/api/surveys/2569';
const sample = readFileSync(new URL('../fixtures/samples/06-bad-rows.csv', import.meta.url));
const wordsIn = { th: inThai, en: inEnglish } as const;

describe('batches: the receipt on paper', function () {
  this.timeout(90_000);
  // its rows are sent by other journeys too
  const tests = onServerWith(async () => ({}));

  async function printed(page: Page) {
    await settled(page);
    const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm' } });
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? [];
    return { pages: pages.length, text: pdfText(pdf) };
  }

  for (const lang of ['th', 'en'] as const) {
    const words = wordsIn[lang];
    const profile = { ...desktop, remembers: { 'rabfang.lang': lang } };
    const name = `${'รายงานปัญหาภาคตะวันออกเฉียงเหนือ-'.repeat(5)}${lang}.csv`;

    it(`is one page as it is given, and again as the file's own page (${lang})`, async () => {
      const { page } = await tests.open('admin', '#/batches/new', profile);
      await page
        .getByLabel(words.choose.button)
        .setInputFiles({ name, mimeType: 'text/csv', buffer: sample });
      await page.getByRole('button', { name: words.columns.send }).click();
      await page.locator('.receipt').waitFor();
      const admin = await tests.requests('admin');
      const { items } = await (await admin.get(`${survey}/batches?limit=1`)).json();
      const [batch] = items;
      expect(batch.name).to.equal(name);

      const given = await printed(page);
      await page.goto(`${tests.server.url}/#/batches/${batch.id}`);
      await page.getByText(batch.receipt).first().waitFor();
      const own = await printed(page);

      expect([given.pages, own.pages]).to.deep.equal([1, 1]);
      for (const { text } of [given, own]) {
        expect(text).to.include(batch.receipt).and.to.include(String(batch.counts.rows));
        expect(text).to.include('admin').and.to.include(batch.digest);
      }
    });
  }
});
