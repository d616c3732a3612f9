import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { SeenRows } from '../../../../shared/batch/seen-rows.ts';

const hash = (text: string) => createHash('sha256').update(text).digest();

describe('the rows of a file that were seen', () => {
  it('finds each of many again, and tells the same content from other content', () => {
    const seen = new SeenRows();
    for (let row = 1; row <= 20_000; row++) {
      expect(seen.add(hash(`id ${row}`).subarray(0, 16), hash(`content ${row}`), row)).to.equal(
        undefined,
      );
    }
    for (let row = 1; row <= 20_000; row += 7) {
      const id = hash(`id ${row}`).subarray(0, 16);
      expect(seen.add(id, hash(`content ${row}`), 99_999)).to.deep.equal({ row, same: true });
      expect(seen.add(id, hash('other'), 99_999)).to.deep.equal({ row, same: false });
    }
  });
});
