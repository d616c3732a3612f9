// A field that came later: kept with the same care as the others, and not there at all while it is empty.
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { identify } from '../../../shared/batch/identity.ts';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import { givenAgain } from '../../../shared/survey/given-again.ts';
import { digestOf } from '../../../shared/survey/response-digest.ts';
import { checkIssue, context, definition, issue, said } from './response-to-check.ts';

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const digest = (over: object): string => {
  const { response } = checkIssue(over);
  if (!response) throw new Error('the response is whole');
  return digestOf(response, sha256);
};

describe('the suggestion of an issue', () => {
  it('is kept with its lines, without personal data, and said to be like a formula', () => {
    const checked = checkIssue({ suggestion: '=ขยาย Wi-Fi\r\nโทร 089-000-0000' });
    expect(checked.response?.issues[0]?.suggestion).to.equal('=ขยาย Wi-Fi\nโทร [เบอร์โทร]');
    expect(checked.safe.issues?.[0]?.suggestion).to.equal('=ขยาย Wi-Fi\nโทร [เบอร์โทร]');
    expect(said(checked)).to.deep.equal([
      'formula-like /issues/0/suggestion',
      'pii-phone /issues/0/suggestion',
    ]);
  });

  for (const suggestion of [undefined, null, '', ' \u200b', '-', 'ไม่มี']) {
    it(`is not stored when it is ${JSON.stringify(suggestion)}, and changes no digest`, () => {
      expect(checkIssue({ suggestion }).response?.issues[0]).to.not.have.property('suggestion');
      expect(digest({ suggestion })).to.equal(digest({}));
    });
  }

  it('is part of what was said', () => {
    expect(digest({ suggestion: 'ขยาย Wi-Fi' })).to.not.equal(digest({}));
    const idOf = (suggestion?: string) => {
      const { response } = checkIssue({ suggestion });
      return response && identify({ idCell: '', response }, { definition, sha256 }).responseId;
    };
    expect(idOf('ขยาย Wi-Fi')).to.not.equal(idOf());
  });

  it('comes out of the re-check as it is stored, with it and without', () => {
    for (const suggestion of ['ขยาย Wi-Fi', undefined]) {
      const { response } = checkIssue({ suggestion });
      if (!response) throw new Error('the response is whole');
      expect(checkResponse(definition, givenAgain(response), context).response).to.deep.equal(
        response,
      );
    }
  });

  it('is no answer to the question for the problem', () => {
    const { response } = checkIssue({ ...issue, title: '', suggestion: 'ขยาย Wi-Fi' });
    expect(response).to.equal(null);
  });
});
