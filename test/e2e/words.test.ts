// One word, one number: what stands under the same word is the same on every page, and opens what it counts (client/i18n/WORDS.md).
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batches } from '../../client/i18n/th/batches.ts';
import { common } from '../../client/i18n/th/everywhere.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';

const { counted, notCounted, waiting } = common.quantities;
/** the longer first, since it holds the shorter */
const quantities = [notCounted, counted, waiting];
const queue = '#/responses?status=received&status=pending';

describe('the words of quantities', function () {
  this.timeout(90_000);
  const tests = onDemonstration();

  async function open(who: string, hash: string): Promise<Page> {
    const { page } = await tests.open(who, hash);
    await settled(page);
    return page;
  }
  /** Every number of responses on the page, by its word. */
  async function numbersOn(who: string, hash: string): Promise<readonly Seen[]> {
    const page = await open(who, hash);
    const labelled = await readLabels(page);
    await page.context().close();
    return labelled.flatMap((text) => seenIn(text, `${who} ${hash}`));
  }

  it('stand for one number each, for the planner and the administrator, on every page', async () => {
    const seen: Seen[] = [];
    const pages = [
      ['nok', '#/home'],
      ['nok', '#/'],
      ['nok', '#/responses'],
      ['nok', '#/responses?status=pending'],
      ['nok', queue],
      ['admin', '#/home'],
      ['admin', '#/'],
      ['admin', queue],
    ] as const;
    for (const [who, hash] of pages) seen.push(...(await numbersOn(who, hash)));

    for (const word of quantities) {
      const numbers = seen.filter((one) => one.word === word);
      const where = numbers.map(({ n, at }) => `${n} at ${at}`);
      expect(new Set(numbers.map(({ at }) => at)).size, `${word}: ${where}`).to.be.at.least(3);
      expect(new Set(numbers.map(({ n }) => n)).size, `${word}: ${where}`).to.equal(1);
    }
  });

  it('open what they count', async () => {
    const page = await open('nok', '#/home');
    const task = page.getByRole('listitem').filter({ hasText: notCounted });
    const [n = ''] = /[\d,]+/.exec((await task.textContent()) ?? '') ?? [];
    await task.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: `${notCounted} ${n} ชุด` }).waitFor();
    const tabs = page.getByRole('navigation', { name: 'เลือกตามสถานะ' });
    expect(await tabs.locator('[aria-current]').textContent()).to.equal(notCounted);
  });

  it('say the same of a file in the list, on its page and at home', async () => {
    const office = await tests.requests('somchai');
    const rows = ['ก', 'ข', 'ค'].map((letter) => `ขอนแก่น,คำเดียวกันทุกหน้า ${letter},3`);
    const file = ['จังหวัด,ปัญหา,ระดับ', ...rows, 'ขอนแก่น,ระดับเกิน,9', 'รวม,,'].join('\n');
    const files = [
      { name: 'ครั้งแรก.csv', numbers: [3, 0, 1] },
      { name: 'ครั้งที่สอง.csv', numbers: [0, 3, 1] },
    ];
    for (const { name } of files) {
      const buffer = Buffer.from(file);
      await office.post('/api/surveys/2569/batches', {
        multipart: { file: { name, mimeType: 'text/csv', buffer } },
      });
    }
    const outcomes = [batches.list.accepted, batches.list.same, batches.list.toFix];
    for (const { name, numbers } of files) {
      const list = await open('somchai', '#/batches');
      expect(await rowOf(list, name, outcomes)).to.deep.equal(numbers);
      await list.getByRole('row').filter({ hasText: name }).getByRole('link').first().click();
      await settled(list);
      expect(await partsOn(list, outcomes)).to.deep.equal(numbers);
      const home = await open('somchai', '#/home');
      expect(await rowOf(home, name, outcomes)).to.deep.equal(numbers);
    }
  });
});

interface Seen {
  readonly word: string;
  readonly n: number;
  readonly at: string;
}

/** what a person reads as one: the word and the number of each pair, [where they stand, the word, the number] */
const pairs = [
  ['dl', 'dt', 'dd'],
  ['dl > div', 'dt', 'dd'],
  ['.tasks > li', 'h2', '.n'],
  ['.facts > *', 'span', 'b'],
] as const;

/** Every number with its word; the heading has both in itself. */
async function readLabels(page: Page): Promise<string[]> {
  const found = [...(await page.locator('h1').allTextContents())];
  for (const [where, word, number] of pairs)
    for (const one of await page.locator(`main ${where}`).all()) {
      const words = await one.locator(`:scope > ${word}, :scope > * > ${word}`).allTextContents();
      const numbers = await one
        .locator(`:scope > ${number}, :scope > * > ${number}`)
        .allTextContents();
      found.push(...words.map((text, index) => `${text} ${numbers[index] ?? ''}`));
    }
  return found;
}

/** Numbers of responses alone: issues are another unit. */
function seenIn(text: string, at: string): Seen[] {
  const word = quantities.find((one) => text.includes(one));
  const number = /(?:^|\s)([\d,]+)(?:\s|$)/.exec(text)?.[1];
  if (!word || !number || text.includes(common.issuesUnit)) return [];
  return [{ word, n: Number(number.replaceAll(',', '')), at }];
}

/** The cells of a file's row in a table, by the heads of their columns. */
async function rowOf(page: Page, name: string, heads: readonly string[]): Promise<number[]> {
  const row = page.getByRole('row').filter({ hasText: name });
  const table = page.getByRole('table').filter({ has: row });
  const all = await table.getByRole('columnheader').allTextContents();
  const cells = await row.locator('th, td').allTextContents();
  return heads.map((head) => Number(cells[all.indexOf(head)]));
}

/** The sum on the page of a file; what is not listed is nothing. */
async function partsOn(page: Page, names: readonly string[]): Promise<number[]> {
  const parts = await page
    .locator('.sum > div')
    .evaluateAll((all) =>
      all.map((part) => [
        part.querySelector('dt')?.textContent ?? '',
        part.querySelector('dd')?.textContent ?? '',
      ]),
    );
  return names.map((name) => Number(parts.find(([word]) => word === name)?.[1] ?? 0));
}
