// What a person typed is shown as it was typed, whichever field and page it stands on: never HTML.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop } from '../support/browser.ts';
import { aResponse, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';

const sv = '/api/surveys/2569';
const html = (field: string) =>
  `<img src=x onerror="window.ran='${field}'"><b id="ran-${field}">${field}</b>`;

describe('typed text', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  /** Nothing of it has become an element or has run. */
  async function expectOnlyText(page: Page): Promise<void> {
    const found = await page.evaluate(() => ({
      elements: document.querySelectorAll('[id^="ran-"], img[src="x"], main script').length,
      ran: String((window as { ran?: string }).ran),
    }));
    expect(found).to.deep.equal({ elements: 0, ran: 'undefined' });
  }

  it('of every field of a response is text on its page and in the list', async () => {
    const admin = await tests.requests('admin');
    const id = newId();
    const stored = await admin.put(`${sv}/responses/${id}`, {
      data: aResponse({
        place: { province: 'TH-50', district: html('district'), subdistrict: html('subdistrict') },
        respondent: { type: 'agency', agency: html('agency') },
        issues: [
          {
            title: html('title'),
            detail: html('detail'),
            strategy: html('strategy'),
            subPlan: html('subPlan'),
            severity: 3,
            affected: html('affected'),
          },
        ],
      } as never),
    });
    expect(stored.status(), await stored.text()).to.equal(201);
    const officer = await tests.requests('nok');
    expect((await officer.get(`${sv}/responses/${id}`)).status()).to.equal(200);

    const { page } = await tests.open('nok', `#/responses/${id}`, desktop);
    await page.getByText(html('title')).first().waitFor();
    await page.getByText(html('detail')).first().waitFor();
    await expectOnlyText(page);

    await page.goto(page.url().replace(/#.*/, '#/responses'));
    await page.getByText(html('title')).first().waitFor();
    await expectOnlyText(page);
  });

  it('of a reason is text in the history', async () => {
    const admin = await tests.requests('admin');
    const wanida = await tests.requests('wanida');
    const id = newId();
    const sent = await admin.put(`${sv}/responses/${id}`, {
      data: aResponse({ place: { province: 'TH-40' } } as never),
    });
    expect(sent.status()).to.equal(201);
    const decided = await wanida.post(`${sv}/responses/${id}/decisions`, {
      data: { decision: 'returned', reason: html('reason') },
    });
    expect(decided.status(), await decided.text()).to.equal(201);

    const { page } = await tests.open('wanida', `#/responses/${id}`, desktop);
    await page.getByText(html('reason')).first().waitFor();
    await expectOnlyText(page);
  });

  it('of a file’s name, headers and cells is text on the pages of files', async () => {
    const admin = await tests.requests('admin');
    const cell = html('cell').replaceAll('"', '""');
    const sent = await admin.post(`${sv}/batches`, {
      multipart: {
        name: html('name'),
        file: {
          name: 'x.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(
            `จังหวัด,ปัญหา,"${html('header').replaceAll('"', '""')}"\nไม่มีจังหวัดนี้,"${cell}","${cell}"\n`,
          ),
        },
      },
    });
    expect(sent.status(), await sent.text()).to.equal(201);
    const { id } = await sent.json();

    const { page } = await tests.open('admin', `#/batches/${id}`, desktop);
    await page.getByText(html('cell')).first().waitFor();
    await expectOnlyText(page);
    await page.goto(page.url().replace(/#.*/, '#/batches'));
    // its first place is the one for phones
    await page
      .getByRole('cell', { name: html('name') })
      .first()
      .waitFor();
    await expectOnlyText(page);
  });
});
