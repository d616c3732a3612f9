import { expect } from 'chai';
import { sha256 } from '../../../../server/responses/sha256.ts';
import { identify } from '../../../../shared/batch/identity.ts';
import type { CheckedResponse } from '../../../../shared/survey/response.ts';
import { check, issue } from '../response-to-check.ts';

function responseWith(over: object): CheckedResponse {
  const { response } = check(over);
  if (!response) throw new Error('it has an error');
  return response;
}

describe('the identity of a row', () => {
  const response = responseWith({});
  const other = responseWith({ day: '2026-11-01' });
  const elsewhere = responseWith({ place: { province: 'TH-40' } });
  const survey = { definition: { id: '2569' }, sha256 };
  const idOf = (idCell: string, of = response, where = survey) =>
    identify({ idCell, response: of }, where).responseId;
  const keyOf = (idCell: string, of = response) =>
    Buffer.from(identify({ idCell, response: of }, survey).key).toString('hex');
  const uuid = '6f1c2c1e-7c0b-4a51-9f3e-2d8a40f2b6aa';

  it('is a UUID of version 8', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (let i = 0; i < 50; i++) expect(idOf(`A${i}`)).to.match(pattern);
  });

  it('differs by survey, kind and value', () => {
    const ids = [
      ...['', 'a', 'A', uuid].map((idCell) => idOf(idCell)),
      ...['', 'a', uuid].map((idCell) =>
        idOf(idCell, response, { ...survey, definition: { id: '2570' } }),
      ),
      idOf('', other),
      idOf('', elsewhere),
    ];
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('is the id where there is one, whatever the content', () => {
    expect(idOf('a', other)).to.equal(idOf(' a '));
    expect(idOf(uuid, elsewhere)).to.equal(idOf(uuid));
  });

  it('of a UUID holds everywhere, however it is written', () => {
    for (const written of [`uuid:${uuid}`, uuid.toUpperCase(), `UUID:${uuid}`, ` ${uuid} `])
      expect(idOf(written, elsewhere)).to.equal(idOf(uuid));
    expect(idOf(`x${uuid}`)).to.not.equal(idOf(uuid));
  });

  it('of another id holds in the province, while a file has it once', () => {
    expect(idOf('a', elsewhere)).to.not.equal(idOf('a'));
    expect(keyOf('a', elsewhere)).to.equal(keyOf('a'));
  });

  it('is the content when the id is somebody’s number, but not when a UUID looks like one', () => {
    expect(idOf('089-000-0000')).to.equal(idOf(''));
    const phoneLike = '05428461-9e19-4018-9440-5b73a5070c66';
    expect(idOf(phoneLike, other)).to.equal(idOf(phoneLike));
  });

  it('takes no sub-plan and no channel column for content', () => {
    const same = [
      responseWith({ channelText: 'สายด่วน' }),
      responseWith({ issues: [{ ...issue, subPlan: 'แผนงานที่ 3' }] }),
    ];
    const digest = (of: CheckedResponse) => identify({ idCell: 'a', response: of }, survey).digest;
    for (const one of same) {
      expect(idOf('', one)).to.equal(idOf(''));
      expect(digest(one)).to.equal(digest(response));
    }
    expect(digest(other)).to.not.equal(digest(response));
  });
});
