import { expect } from 'chai';
import fc from 'fast-check';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import { check, context, definition, issue, raw, said } from './response-to-check.ts';

describe('checkResponse, about values of the wrong kind', () => {
  const wrong: [string, object, string][] = [
    ['a list for a day', { day: ['2026-11-20'] }, '/day'],
    ['a truth for a province', { place: { province: true } }, '/place/province'],
    ['a text for a place', { place: 'TH-50' }, '/place'],
    ['a list for a respondent', { respondent: [] }, '/respondent'],
    ['an object for a title', { issues: [{ ...issue, title: {} }] }, '/issues/0/title'],
    ['a text for an issue', { issues: ['ก'] }, '/issues/0'],
    ['a text for all issues', { issues: 'ก' }, '/issues'],
    ['an object for a severity', { issues: [{ ...issue, severity: {} }] }, '/issues/0/severity'],
    ['a truth for a count', { issues: [{ ...issue, affected: false }] }, '/issues/0/affected'],
    [
      'a list for a latitude',
      { place: { ...raw.place, position: { lat: [], lng: 98.98 } } },
      '/place/position/lat',
    ],
    ['a text for a version', { version: '3' }, '/version'],
    ['half a version', { version: 1.5 }, '/version'],
    ['an unknown channel', { channel: 'pigeon' }, '/channel'],
    ['a list for the answers', { answers: [1] }, '/answers'],
  ];
  for (const [what, over, pointer] of wrong) {
    it(`refuses ${what}`, () => {
      const { response, violations } = check(over);
      expect(response).to.equal(null);
      expect(violations).to.deep.include.members([
        violations.find((v) => v.code === 'wrong-type' && v.pointer === pointer),
      ]);
      expect(violations.map(({ code, pointer: at }) => `${code} ${at}`)).to.include(
        `wrong-type ${pointer}`,
      );
    });
  }

  it('names unknown fields, without what they may say', () => {
    const { response, violations } = check({
      colour: 1,
      place: { ...raw.place, '0812345678': 1 },
    });
    expect(response).to.equal(null);
    expect(violations).to.deep.equal([
      { code: 'unknown-field', level: 'error', pointer: '', field: 'colour' },
      { code: 'unknown-field', level: 'error', pointer: '/place', field: '[เบอร์โทร]' },
    ]);
  });

  it('keeps answers to no question of this version within bounds', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`);
    for (const answers of [deep, { many: Array(5_000).fill('ก') }]) {
      expect(said(check({ answers, version: 2 }))).to.deep.equal([
        'question-unknown /answers',
        'wrong-type /answers',
      ]);
    }
    const answers = { 'a/b~c': ['=1'], yes: true, none: null, n: 1.5 };
    expect(check({ answers, version: 2 }).response?.answers).to.deep.equal(answers);
    expect(said(check({ answers, version: 2 }))).to.deep.equal([
      'question-unknown /answers',
      'formula-like /answers/a~1b~0c/0',
    ]);
    const odd = JSON.parse('{"__proto__":{"a":1}}');
    expect(said(check({ answers: odd, version: 2 }))).to.include('unknown-field /answers');
  });

  it('keeps an answer to no question of this version, without what its key may say', () => {
    const { response, violations } = check({ answers: { colour: 'red', '0812345678': 1 } });
    expect(response?.answers).to.deep.equal({ colour: 'red', '[เบอร์โทร]': 1 });
    expect(violations.map(({ code }) => code)).to.include.members([
      'question-unknown',
      'pii-phone',
    ]);
  });

  it('never throws', () => {
    const anything = fc.oneof(fc.anything(), fc.jsonValue());
    const partly = fc.record(
      {
        version: anything,
        day: anything,
        channel: anything,
        channelText: anything,
        place: fc.oneof(
          anything,
          fc.record({
            province: anything,
            district: anything,
            subdistrict: anything,
            position: anything,
          }),
        ),
        respondent: anything,
        issues: fc.oneof(
          anything,
          fc.array(
            fc.oneof(
              anything,
              fc.record({
                title: anything,
                detail: anything,
                strategy: anything,
                subPlan: anything,
                severity: anything,
                affected: anything,
              }),
            ),
          ),
        ),
        answers: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, partly), (input) => {
        const checked = checkResponse(definition, input as RawResponse, context);
        const failed = checked.violations.some(({ level }) => level === 'error');
        expect(checked.response === null).to.equal(failed);
        expect(() => JSON.stringify(checked)).to.not.throw();
      }),
      { numRuns: 1000 },
    );
  });
});
