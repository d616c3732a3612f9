import { expect } from 'chai';
import { problems as problemsEn } from '../../../client/i18n/en/problems.ts';
import { violations as en } from '../../../client/i18n/en/violations.ts';
import { problems as problemsTh } from '../../../client/i18n/th/problems.ts';
import { violations as th } from '../../../client/i18n/th/violations.ts';
import { problemTypes } from '../../../shared/api/problems.ts';
import { skipCodes } from '../../../shared/batch/judge-record.ts';
import { errorCodes, warningCodes } from '../../../shared/survey/violation.ts';

const codes = [...errorCodes, ...warningCodes, ...skipCodes];

for (const [lang, words] of [
  ['Thai', th],
  ['English', en],
] as const) {
  describe(`broken rules in ${lang}`, () => {
    for (const code of codes) {
      it(code, () => {
        expect(words.titles[code]).to.be.a('string').with.length.above(2);
        const texts = [words.texts[code]?.({ code }), words.texts[code]?.({ code, value: 'xyz' })];
        for (const text of texts) expect(text ?? '').to.not.match(/undefined|null|\[object/);
      });
    }

    it('asks for no problem of somebody who said there is none, and speaks of rows only where there are some', () => {
      const text = words.texts['missing-title'];
      expect(text?.({ code: 'missing-title', value: 'ไม่มี' })).to.match(/ไม่ต้องส่งแถวนี้|can stay out/);
      expect(text?.({ code: 'missing-title' })).to.not.match(/แถว|row/);
    });

    it('knows no code that is not in use', () => {
      expect(codes).to.include.members([...Object.keys(words.titles), ...Object.keys(words.texts)]);
    });
  });
}

describe('problems', () => {
  it('every way a request can fail is explained in both languages', () => {
    for (const words of [problemsTh, problemsEn]) {
      expect(Object.keys(words.types)).to.have.members(Object.keys(problemTypes));
    }
  });
});
