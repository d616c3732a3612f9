// Quality beside the review queue, in a real browser: a flag is opened, set aside with a reason by keys alone, and taken up again.
import { expect } from 'chai';
import { quality } from '../../client/i18n/en/quality.ts';
import { shell } from '../../client/i18n/en/shell.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { putSetting } from '../../server/settings/settings.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { onDataOf } from '../support/journeys.ts';
import { modelsOf } from '../support/models.ts';
import { axe, overflow } from '../support/page-checks.ts';

/** A round in which the rules ran a moment ago and noticed one thing. */
async function withFlag(): Promise<string> {
  const folder = await fillFolder(30);
  const db = await openDatabase({ dataDir: folder }, collections);
  const { responses, qualityFlags } = modelsOf(db);
  const at = new Date();
  const some = await responses.find({}).lean();
  await qualityFlags.collection.insertOne({
    _id: 'a-flag',
    survey: '2569',
    rule: 'late-reports',
    subject: 'malee',
    provinces: ['TH-50'],
    cases: 20,
    numbers: { by: 'malee', office: 'TH-50', cases: 20, of: 30, days: 63, limit: 30, others: 4 },
    responses: some.map(({ _id }) => _id),
    foundAt: at,
    seenAt: at,
    aside: null,
    asideBefore: null,
  } as never);
  await putSetting(db, 'quality', at);
  await db.close();
  return folder;
}

describe('quality in a browser', function () {
  this.timeout(60_000);
  const tests = onDataOf(withFlag);

  it('shows a flag with its numbers, which is set aside by keys and taken up again', async () => {
    const { page } = await tests.open('admin', '#/review', {
      remembers: { 'rabfang.lang': 'en' },
    });
    await page.getByRole('heading', { name: quality.about }).waitFor();
    await page.getByRole('link', { name: quality.otherResponse('1') }).waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await page.getByRole('link', { name: shell.titles.quality, exact: true }).click();
    await page.getByText('20 of 30 responses of malee').waitFor();
    await page.getByText(quality.responses('20')).click();
    await page.getByRole('link', { name: quality.oneResponse('3'), exact: true }).waitFor();
    expect(await axe(page)).to.deep.equal([]);

    await page.getByRole('button', { name: quality.setAside }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel(quality.reason).focus();
    await page.keyboard.press('Enter');
    await page.getByText(quality.reasonMissing).waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.keyboard.type('Two weeks without a signal');
    await page.keyboard.press('Enter');

    await page.getByText(quality.none).waitFor();
    await page.getByRole('link', { name: quality.aside('1') }).click();
    await page.getByText('Two weeks without a signal').waitFor();
    expect(await overflow(page)).to.equal(0);
    await page.getByRole('button', { name: quality.lookAgain }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(quality.noneAside).waitFor();
    await page.getByRole('link', { name: quality.open('1') }).waitFor();
    expect(tests.complaints()).to.deep.equal([]);
  });
});
