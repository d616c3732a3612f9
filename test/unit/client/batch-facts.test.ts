import { expect } from 'chai';
import { rejectedRows, rowsToFix, stateOf } from '../../../client/data/batch-state.ts';
import {
  addsUp,
  byRows,
  clip,
  formatBytes,
  partsOf,
} from '../../../client/pages/batches/batch-facts.ts';

const counts = { rows: 49, accepted: 25, same: 0, rejected: 21, skipped: 3, blank: 1 };

describe('what the numbers of a batch say', () => {
  it('lists what adds up to the rows; what was received before only when there is some', () => {
    expect(
      partsOf({ counts, errors: {}, mended: 0 }).map(({ key, rows }) => [key, rows]),
    ).to.deep.equal([
      ['accepted', 25],
      ['toFix', 21],
      ['skipped', 3],
    ]);
    const again = { counts: { ...counts, accepted: 0, same: 25 }, errors: {}, mended: 0 };
    expect(partsOf(again).map(({ key }) => key)).to.include('same');
  });

  it('knows whether the numbers add up', () => {
    expect(addsUp(counts)).to.equal(true);
    expect(addsUp({ ...counts, rejected: 20 })).to.equal(false);
  });

  it('says of a finished batch whether there is something to fix', () => {
    const batch = { state: 'done', counts, errors: {}, mends: null, mended: 0 } as const;
    expect(stateOf(batch)).to.equal('toFix');
    expect(stateOf({ ...batch, counts: { ...counts, rejected: 0 } })).to.equal('complete');
    expect(stateOf({ ...batch, state: 'interrupted' })).to.equal('interrupted');
    expect(stateOf({ ...batch, mended: 20 })).to.equal('toFix');
    expect(stateOf({ ...batch, mended: 21 })).to.equal('mended');
    expect(stateOf({ ...batch, mends: 'B-69-0000-0000-0000' })).to.equal('mending');
  });

  it('asks nobody to fix rows of another office, or rows that came back mended', () => {
    const batch = { counts, errors: { 'outside-scope': 4 }, mends: null, mended: 0 };
    expect(rejectedRows(batch)).to.deep.equal({ toFix: 17, outside: 4, mended: 0 });
    expect(rejectedRows({ ...batch, mended: 19 })).to.deep.equal({
      toFix: 0,
      outside: 2,
      mended: 19,
    });
    expect(stateOf({ ...batch, state: 'done', mended: 17 })).to.equal('outside');
    expect(rowsToFix({ ...batch, mends: 'B-69-0000-0000-0000' })).to.equal(0);
    const parts = partsOf({ ...batch, mended: 10 });
    expect(parts.reduce((sum, { rows }) => sum + rows, 0)).to.equal(counts.rows);
  });

  it('orders codes by their rows, then by name', () => {
    expect(byRows({ b: 2, a: 2, c: 7, none: 0 })).to.deep.equal([
      ['c', 7],
      ['a', 2],
      ['b', 2],
    ]);
  });

  const sizes: readonly (readonly [number, string])[] = [
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [120_832, '118 KB'],
    [2_516_582, '2.4 MB'],
    [536_870_912, '512 MB'],
    [5 * 1024 ** 3, '5.0 GB'],
  ];
  for (const [bytes, text] of sizes) {
    it(`writes ${bytes} bytes as ${text}`, () => expect(formatBytes(bytes)).to.equal(text));
  }

  it('cuts long cells between characters, never inside one', () => {
    expect(clip('สั้น', 10)).to.equal('สั้น');
    expect(clip('😀😀😀', 2)).to.equal('😀😀…');
    expect(clip('😀😀', 2)).to.equal('😀😀');
  });
});
