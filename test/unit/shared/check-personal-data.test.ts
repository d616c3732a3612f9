import { expect } from 'chai';
import fc from 'fast-check';
import { answerKeyOf } from '../../../shared/survey/definition.ts';
import { oneOfEachKind } from '../../support/extra-questions.ts';
import { anyPersonalData, digitsIn } from './arbitrary-personal-data.ts';
import { check, issue } from './response-to-check.ts';

describe('checkResponse, about personal data', () => {
  it('cuts personal data out of what is stored, said and shown', () => {
    const phone = '0812345678';
    const { response, violations, safe } = check({
      channelText: `โทร ${phone}`,
      place: { province: 'TH-50', district: `บ้าน ${phone}`, position: { lat: phone, lng: phone } },
      respondent: { type: `คน ${phone}`, agency: phone },
      issues: [
        {
          title: `ก ${phone}`,
          detail: phone,
          strategy: phone,
          subPlan: phone,
          affected: phone,
          severity: 3,
        },
      ],
      version: 2,
      answers: { [phone]: [{ a: phone }], n: 812345678, id: 1234567890121 },
    });
    const everything = JSON.stringify([response, violations, safe]);
    expect(everything).to.not.include(phone).and.not.include('1234567890121');
    expect(response?.issues[0]).to.include({ title: 'ก [เบอร์โทร]', detail: '[เบอร์โทร]' });
    expect(response?.answers).to.deep.equal({
      '[เบอร์โทร]': [{ a: '[เบอร์โทร]' }],
      n: 812345678,
      id: '[เลขประชาชน]',
    });
    const refused = check({
      day: phone,
      place: { province: phone },
      issues: [{ title: 'ก', severity: phone }],
    });
    expect(refused.response).to.equal(null);
    expect(JSON.stringify(refused)).to.not.include(phone);
  });

  it('leaves no personal data anywhere, whichever field it came in', () => {
    const fields: ((text: string) => object)[] = [
      (day) => ({ day }),
      (channelText) => ({ channelText }),
      (province) => ({ place: { province } }),
      (district) => ({ place: { province: 'TH-50', district } }),
      (subdistrict) => ({ place: { province: 'TH-50', subdistrict } }),
      (lat) => ({ place: { province: 'TH-50', position: { lat, lng: '100' } } }),
      (value) => ({ place: { province: 'TH-50', position: { text: value } } }),
      (type) => ({ respondent: { type } }),
      (agency) => ({ respondent: { agency } }),
      ...['title', 'detail', 'strategy', 'subPlan', 'severity', 'affected'].map(
        (field) => (value: string) => ({ issues: [{ ...issue, [field]: value }] }),
      ),
      (value) => ({ version: 2, answers: { a: [value] } }),
      (key) => ({ version: 2, answers: { [key]: 1 } }),
      (key) => ({ answers: { [key]: 1 } }),
      ...oneOfEachKind.map((question) => (value: string) => ({
        answers: { [answerKeyOf(question) ?? '']: value },
      })),
      (value) => ({ answers: { devices: ['phone', value] } }),
      (key) => ({ [`x ${key}`]: 1 }),
    ];
    const around = fc.constantFrom('', 'ติดต่อ ', 'เลข ', '- ');
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        around,
        anyPersonalData,
        (field, before, { text: datum, secret }) => {
          const everything = JSON.stringify(check(field(before + datum)));
          expect(everything.toLowerCase()).to.not.include(secret).and.not.include(datum);
          expect(digitsIn(everything)).to.not.include(/^\d+$/.test(secret) ? secret : 'no digits');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
