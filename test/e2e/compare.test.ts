// A planner puts two views beside each other, changes a side, and takes the comparison along.
import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { expect } from 'chai';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, settled } from '../support/page-checks.ts';

/** where a person who looks keeps them */
const keptIn = process.env.PICTURES;

describe('two views beside each other', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('begin as agencies and citizens of the view, with the numbers of each', async () => {
    const { page, complaints } = await tests.open('nok', '#/?region=north', desktop);
    await settled(page);
    await page.getByRole('link', { name: 'เปรียบเทียบสองมุมมอง' }).click();
    await page.locator('.compare-rows').waitFor();
    await settled(page);
    if (keptIn) await page.screenshot({ path: `${keptIn}/compare.png`, fullPage: true });

    const numbers: number[] = [];
    for (const who of ['agency', 'citizen'])
      numbers.push(
        await page.evaluate(async (respondent) => {
          const path = `/api/surveys/2569/figures?region=north&respondent=${respondent}`;
          return (await (await fetch(path)).json()).strip.responses as number;
        }, who),
      );
    const sides = page.locator('.side');
    for (const [at, n] of numbers.entries())
      expect(`${await sides.nth(at).textContent()}`.replace(/\s/g, ' ')).to.include(
        `${n.toLocaleString('en')} ชุด`,
      );
    expect(await page.locator('.compare-rows tbody tr').count()).to.equal(6);
    expect(await axe(page)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });

  it('are swapped, changed a side at a time, and the address is the view', async () => {
    const { page } = await tests.open('nok', '#/compare?a.region=north&b.region=south', desktop);
    await settled(page);
    const first = page.locator('.side.a');
    expect(await first.textContent()).to.include('เหนือ');

    await page.getByRole('button', { name: 'สลับฝั่ง' }).click();
    await page.waitForURL(/a\.region=south.*b\.region=north/);
    await first.getByText('เปลี่ยน').click();
    await first.getByLabel('พื้นที่').selectOption('TH-50');
    await page.waitForURL(/a\.province=TH-50/);
    await settled(page);
    // a province and its region hold the same responses
    await page.getByRole('heading', { name: /จึงไม่ทดสอบ/ }).waitFor();
    expect(await page.locator('.compare-rows .difference').count()).to.equal(0);

    await page.goBack();
    await page.waitForURL(/a\.region=south/);
  });

  it('go along as a workbook that says both sides', async () => {
    const { page } = await tests.open('nok', '#/compare?a.region=north&b.region=south', desktop);
    await settled(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^ดาวน์โหลด Excel/ }).click(),
    ]);
    const book = read(await readFile(await file.path()));
    const lines = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
      header: 1,
    });
    expect(lines).to.deep.include(['ฝั่ง ก', 'ภาคเหนือ']);
    expect(lines).to.deep.include(['ฝั่ง ข', 'ภาคใต้']);
    expect(lines.at(-1)?.[2]).to.be.within(0, 1);
  });

  it('fit a phone', async () => {
    const { page, complaints } = await tests.open(
      'nok',
      '#/compare?a.to=2026-03-31&b.from=2026-04-01',
      phone,
    );
    await settled(page);
    if (keptIn) await page.screenshot({ path: `${keptIn}/compare-360.png`, fullPage: true });
    expect(complaints).to.deep.equal([]);
  });
});
