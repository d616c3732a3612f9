import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { idOfContent, idOfRowId, toUuid } from '../../../server/batches/row-identity.ts';
import { SeenRows } from '../../../server/batches/seen-rows.ts';

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

describe('the identity of a row', () => {
  const place = { survey: '2569', office: 'TH-40' };

  it('is a UUID of version 8', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (let i = 0; i < 50; i++) expect(toUuid(idOfContent(place, `d${i}`))).to.match(pattern);
  });

  it('differs by survey, office, kind and value', () => {
    const ids = [
      idOfContent(place, 'a'),
      idOfContent(place, 'b'),
      idOfContent({ ...place, office: 'TH-41' }, 'a'),
      idOfContent({ ...place, survey: '2570' }, 'a'),
      idOfRowId(place, 'a'),
      idOfRowId(place, 'A'),
    ].map(toUuid);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(toUuid(idOfRowId(place, 'a'))).to.equal(ids[4]);
  });
});
