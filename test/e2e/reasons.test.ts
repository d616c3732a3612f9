// Reasons that an office gives often: made by its officer, chosen by a press when a response is sent back.
import { expect } from 'chai';
import { people } from '../../client/i18n/th/people.ts';
import { responses } from '../../client/i18n/th/responses.ts';
import { desktop, phone } from '../support/browser.ts';
import { aResponse, newId } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

const words = people.reasons;
const { review } = responses;

describe('reasons that an office gives often', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  for (const [where, profile] of [
    ['a phone', phone],
    ['a desk', desktop],
  ] as const)
    it(`are made on ${where}, and chosen in the decision beside free words and the answer they are about`, async () => {
      const reason = `ขอชื่อหมู่บ้าน ${newId().slice(0, 6)}`;
      const { page } = await tests.open('somchai', '#/admin/reasons', profile);
      await page.getByRole('button', { name: words.add }).click();
      await page.getByRole('button', { name: people.form.save }).click();
      await page.getByText(words.missing).waitFor();
      await page.getByRole('textbox', { name: words.labels.th }).fill(reason);
      expect(await axe(page)).to.deep.equal([]);
      await page.getByRole('button', { name: people.form.save }).click();
      await page.getByRole('listitem').filter({ hasText: reason }).waitFor();
      expect(await overflow(page)).to.equal(0);
      expect(await axe(page)).to.deep.equal([]);

      const id = newId();
      const at = `/api/surveys/2569/responses/${id}`;
      const admin = await tests.requests('admin');
      await admin.put(at, { data: aResponse({ place: { province: 'TH-40' } }) });
      await page.goto(`${tests.server.url}/#/responses/${id}`);
      await page.getByRole('button', { name: review.sendBack }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: reason }).click();
      await dialog.getByRole('combobox', { name: review.pointAt }).fill('หัวข้อปัญหา');
      await dialog.getByRole('option').first().click();
      expect(await axe(page)).to.deep.equal([]);
      await dialog.getByRole('button', { name: review.returnDo }).click();
      await page.getByText(review.done.returned).first().waitFor();

      const { history } = await (await admin.get(at)).json();
      expect(history.at(-1)).to.include({ reason, pointer: '/issues/0/title', office: 'TH-40' });
      expect(tests.complaints()).to.deep.equal([]);
    });
});
