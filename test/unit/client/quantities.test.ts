// One word a quantity (client/i18n/WORDS.md), in both languages, and none beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { batches as batchesEn } from '../../../client/i18n/en/batches.ts';
import { common as en } from '../../../client/i18n/en/everywhere.ts';
import { home as homeEn } from '../../../client/i18n/en/home.ts';
import { batches as batchesTh } from '../../../client/i18n/th/batches.ts';
import { common as th } from '../../../client/i18n/th/everywhere.ts';
import { home as homeTh } from '../../../client/i18n/th/home.ts';

const list = readFileSync('client/i18n/WORDS.md', 'utf8');
const rows = list.split('\n').filter((line) => line.startsWith('| '));
/** the words of a quantity, [Thai, English], as the list has them */
function words(quantity: string): readonly string[] {
  const row = rows.find((line) => line.startsWith(`| ${quantity} |`)) ?? '';
  return row
    .split('|')
    .slice(2, 4)
    .map((cell) => cell.trim());
}

describe('the words of quantities', () => {
  const responses: readonly [string, string, string][] = [
    ['counted', th.quantities.counted, en.quantities.counted],
    ['not counted', th.quantities.notCounted, en.quantities.notCounted],
    ['waiting', th.quantities.waiting, en.quantities.waiting],
  ];
  for (const [quantity, thai, english] of responses) {
    it(`are those of the list: ${quantity}`, () => {
      expect(words(quantity)).to.deep.equal([thai, english]);
    });
  }

  it('are the same as a state of one response and as a filter', () => {
    expect(th.statuses.received).to.equal(th.quantities.waiting);
    expect(en.statuses.received.toLowerCase()).to.equal(en.quantities.waiting);
    expect(th.statusFilters.pending).to.equal(th.quantities.notCounted);
    expect(en.statusFilters.pending.toLowerCase()).to.equal(en.quantities.notCounted);
  });

  it('are the same for rows on the receipt, in the list of files, on its page and at home', () => {
    const of = (
      { receipt, list: files, result }: typeof batchesTh,
      latest: typeof homeTh.latest,
    ) => ({
      accepted: [receipt.accepted, files.accepted, result.accepted, latest.accepted],
      same: [receipt.same, files.same, result.same, latest.same],
      'to fix': [receipt.toFix, files.toFix, latest.toFix],
      skipped: [receipt.skipped, result.skipped],
    });
    const thai = of(batchesTh, homeTh.latest);
    const english = of(batchesEn, homeEn.latest);
    for (const quantity of ['accepted', 'same', 'to fix', 'skipped'] as const) {
      expect([...new Set(thai[quantity]), ...new Set(english[quantity])]).to.deep.equal(
        words(quantity),
      );
    }
    expect([batchesTh.columns.passes, batchesEn.columns.passes]).to.deep.equal(words('good'));
  });

  /** other ways to say the same, which tell a reader that it is something else */
  const others: Readonly<Record<string, RegExp>> = {
    th: /ยังไม่นับ(?!รวม)|รอการอนุมัติ|รออนุมัติ|รอการตรวจ|นับในภาพรวม|นับในยอดรวม|รอให้แก้|โทรศัพท์เครื่องนี้/,
    en: /[pP]ending[ ,]|wait(s|ing)? for approval and|count already|this phone|on hold/,
  };
  for (const [lang, other] of Object.entries(others)) {
    it(`have none beside them: ${lang}`, () => {
      const found = readdirSync(`client/i18n/${lang}`).flatMap((file) =>
        readFileSync(`client/i18n/${lang}/${file}`, 'utf8')
          .split('\n')
          .filter((line) => other.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
      expect(found).to.deep.equal([]);
    });
  }
});
