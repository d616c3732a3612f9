import { expect } from 'chai';
import { sha256 } from '../../../../server/responses/sha256.ts';
import { identify } from '../../../../shared/batch/identity.ts';
import type { CheckedResponse } from '../../../../shared/survey/response.ts';
import { check } from '../response-to-check.ts';

function responseWith(over: object): CheckedResponse {
  const { response } = check(over);
  if (!response) throw new Error('it has an error');
  return response;
}

describe('the identity of a row', () => {
  const response = responseWith({});
  const other = responseWith({ day: '2026-11-01' });
  const place = { definition: { id: '2569' }, office: 'TH-40', sha256 };
  const idOf = (row: Parameters<typeof identify>[0], where = place) =>
    identify(row, where).responseId;

  it('is a UUID of version 8', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (let i = 0; i < 50; i++) expect(idOf({ rowId: `A${i}`, response })).to.match(pattern);
  });

  it('differs by survey, office, kind and value', () => {
    const ids = [
      idOf({ rowId: null, response }),
      idOf({ rowId: null, response: other }),
      idOf({ rowId: null, response }, { ...place, office: 'TH-41' }),
      idOf({ rowId: null, response }, { ...place, definition: { id: '2570' } }),
      idOf({ rowId: 'a', response }),
      idOf({ rowId: 'A', response }),
    ];
    expect(new Set(ids).size).to.equal(ids.length);
    expect(idOf({ rowId: 'a', response: other })).to.equal(ids[4]);
  });

  it('tells the same content from other content', () => {
    const digest = (of: typeof response) => identify({ rowId: 'a', response: of }, place).digest;
    expect(digest(responseWith({ channelText: 'สายด่วน' }))).to.equal(digest(response));
    expect(digest(other)).to.not.equal(digest(response));
  });
});
