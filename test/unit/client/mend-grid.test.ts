// What the grid shows and offers, without a browser.
import { expect } from 'chai';
import fc from 'fast-check';
import { common } from '../../../client/i18n/th/everywhere.ts';
import { Mends } from '../../../client/pages/batches/check/mends.ts';
import { RowBook } from '../../../client/pages/batches/check/row-book.ts';
import {
  type RowFilter,
  rowsThat,
  usualFilter,
} from '../../../client/pages/batches/check/row-filter.ts';
import { marksOf } from '../../../client/pages/batches/check/row-marks.ts';
import { UnknownValues } from '../../../client/pages/batches/check/unknown-values.ts';
import { rowHeight, scrollTo, windowOf } from '../../../client/pages/batches/mend/scroll-window.ts';
import {
  likelyFor,
  nearest,
  optionsFor,
} from '../../../client/pages/batches/mend/value-options.ts';
import type { RowVerdict } from '../../../shared/batch/verdict.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import { findProvince } from '../../../shared/places/find-province.ts';
import {
  findRespondentType,
  findStrategy,
  parseSeverity,
} from '../../../shared/survey/coded-values.ts';

describe('the rows of the grid that are drawn', () => {
  const lists = fc.record({
    total: fc.integer({ min: 1, max: 1_000_000 }),
    view: fc.integer({ min: 200, max: 1200 }),
  });

  it('are those in view, and any row can be scrolled to, of a million too', () => {
    fc.assert(
      fc.property(lists, fc.nat(), ({ total, view }, any) => {
        const index = any % total;
        const scrollTop = scrollTo(index, { total, view, scrollTop: 0 }) ?? 0;
        const { first, count, top, height, seenFrom, seenTo } = windowOf({
          total,
          view,
          scrollTop,
        });
        const drawnAt = top + (index - first) * rowHeight;

        expect(index).to.be.within(first, first + count - 1);
        expect(index).to.be.within(seenFrom, seenTo - 1);
        expect(seenTo - seenFrom).to.be.at.most(Math.ceil(view / rowHeight) + 1);
        expect(drawnAt).to.be.within(scrollTop - 1, scrollTop + Math.max(view - rowHeight, 0) + 1);
        expect(height).to.be.at.most(8_000_000);
        expect(
          scrollTo(index, { total, view, scrollTop: scrollTop + 0.01 }) ?? scrollTop,
        ).to.be.closeTo(scrollTop, 2);
      }),
      { numRuns: 300 },
    );
  });

  it('are none of an empty list', () => {
    expect(windowOf({ total: 0, view: 600, scrollTop: 0 })).to.include({ first: 0, height: 0 });
  });
});

const judged = (row: number, over: Partial<RowVerdict>) =>
  ({ row, line: row + 1, outcome: 'accept', violations: [], cells: [], ...over }) as never;

describe('the rows that are chosen', () => {
  it('are to be fixed here only where they are of this office’s places', () => {
    const book = new RowBook();
    const codes: readonly (readonly string[])[] = [
      ...[[], ['outside-scope'], ['unknown-province'], ['outside-scope', 'title-missing']],
    ];
    for (const [at, said] of codes.entries()) {
      const violations = said.map((code) => ({ code, column: 'จังหวัด' }));
      const outcome = said.length > 0 ? 'reject' : 'accept';
      book.put(judged(at + 1, { outcome, violations: violations as never }), null);
    }
    const rows = (wanted: RowFilter) => [...rowsThat(book, new UnknownValues(new Mends()), wanted)];

    expect(rows({ kind: 'look' })).to.deep.equal([3]);
    expect(rows({ kind: 'fix' })).to.deep.equal([3]);
    expect(rows({ kind: 'outside' })).to.deep.equal([2, 4]);
    expect(rows({ kind: 'fix', code: 'title-missing' })).to.deep.equal([4]);
    expect(rows({ kind: 'all' })).to.deep.equal([1, 2, 3, 4]);
    const counts = { rows: 1, accepted: 0, same: 0, rejected: 1, skipped: 0, blank: 0 };
    const usual = (errors: Record<string, number>) => usualFilter({ counts, errors }).kind;
    expect(usual({ 'outside-scope': 1 })).to.equal('all');
    expect(usual({ 'unknown-province': 1 })).to.equal('look');
  });
});

describe('the marks beside the bar', () => {
  const remark = [{ code: 'date-two-digit-year', column: 'วันที่' }];

  it('say of each part of the rows what weighs most in it', () => {
    const book = new RowBook();
    for (let row = 1; row <= 1000; row++) book.put(judged(row, {}), null);
    book.put(judged(10, { violations: remark as never }), null);
    book.put(judged(15, { outcome: 'reject' }), null);
    book.put(judged(500, { corrected: true }), null);
    book.put(judged(1000, { violations: remark as never }), null);
    const all = Uint32Array.from({ length: 1000 }, (_, at) => at + 1);

    const marks = marksOf(book, all, 100);

    const said = marks.flatMap((mark, part) => (mark ? [[part, mark]] : []));
    expect(marks).to.have.length(100);
    expect(said).to.deep.equal([
      ...[
        [0, 'remark'],
        [1, 'fix'],
        [49, 'mended'],
        [99, 'remark'],
      ],
    ]);
    expect(marksOf(book, all.slice(14, 16), 100)).to.deep.equal(['fix', null]);
    expect(marksOf(book, new Uint32Array(), 100)).to.deep.equal([]);
  });
});

describe('the values that are offered', () => {
  const valuesOf = (field: string, provinces: readonly string[] = []) =>
    optionsFor(field, provinces, { lang: 'en', t: { common }, districts: districtsOf });

  it('are read as what they say', () => {
    expect(valuesOf('province')).to.have.length(77);
    for (const { value, label } of valuesOf('province'))
      expect(findProvince(value), label).to.include({ pass: 'exact' });
    expect(valuesOf('strategy').map(({ value }) => findStrategy(value))).to.not.include(undefined);
    expect(valuesOf('respondent').map(({ value }) => findRespondentType(value))).to.deep.equal([
      'citizen',
      'agency',
    ]);
    for (const { value } of valuesOf('severity'))
      expect(parseSeverity(value, '5-is-most').severity).to.equal(Number(value));
    expect(valuesOf('title')).to.deep.equal([]);
  });

  it('are the districts of the provinces that the rows lie in, and none before one is known', () => {
    expect(valuesOf('district')).to.deep.equal([]);
    const [first] = nearest('เมืองขอนแก่', valuesOf('district', ['TH-40']), 3);
    expect(first).to.deep.equal({ value: 'เมืองขอนแก่น', label: 'Mueang Khon Kaen' });
    const [near] = nearest('ปากช่องง', valuesOf('district', ['TH-40', 'TH-30']), 3);
    expect(near).to.deep.equal({ value: 'ปากช่อง', label: 'Pak Chong · Nakhon Ratchasima' });
    for (const { value } of valuesOf('district', ['TH-30']))
      expect(districtsOf('TH-30').some(({ name }) => name.th === value)).to.equal(true);
  });

  for (const [text, first] of [
    ['ขอนแกน', 'ขอนแก่น'],
    ['เชียงไหม่', 'เชียงใหม่'],
    ['Chieng Mai', 'เชียงใหม่'],
    ['นครศรีธรรมราด', 'นครศรีธรรมราช'],
  ] as const)
    it(`begin with ${first} for ${text}`, () => {
      expect(nearest(text, valuesOf('province'), 3)[0]?.value).to.equal(first);
    });

  it('offer a level for words that are none of the form’s, and choose nothing', () => {
    const options = optionsFor('severity', [], {
      lang: 'th',
      t: { common },
      districts: districtsOf,
    });
    const first = (text: string) => likelyFor('severity', text, options).map(({ label }) => label);
    expect(first('สูง')).to.deep.equal([`4 ${common.severityWords[3]}`]);
    expect(first('กลาง')).to.deep.equal([`3 ${common.severityWords[2]}`]);
    expect(first(' ต่ำ ')).to.deep.equal([`2 ${common.severityWords[1]}`]);
    expect(first('สูงมาก')).to.deep.equal([`5 ${common.severityWords[4]}`]);
    expect(first('ส.ค.')).to.deep.equal([]);
    for (const text of ['สูง', 'กลาง', 'ต่ำ'])
      expect(parseSeverity(text, '5-is-most').error, 'asked').to.equal('severity-invalid');
  });
});
