import { expect } from 'chai';
import fc from 'fast-check';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import { givenAgain } from '../../../shared/survey/given-again.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import { anyPersonalData } from './arbitrary-personal-data.ts';
import { context, definition } from './response-to-check.ts';

describe('checkResponse, a second time', () => {
  const words = fc.oneof(
    fc.constantFrom(
      'สัญญาณหาย',
      'เน็ตช้า',
      '-',
      'ไม่มี',
      ' ',
      '=1+1',
      '- ข้อ',
      'น\u0e4d\u0e49\u0e32ท่วม',
      '\u200b',
      '\u202e',
      'ก\r\nข',
      'อื่น ๆ',
      '7',
      'อ.เมือง',
      'นายสมมติ ตัวอย่างดี',
      'บัตร',
      'บัญชี',
      'ไลน์ abc',
    ),
    anyPersonalData.map(({ text }) => text),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const text = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' '));
  const filled = fc.record({
    day: fc.constantFrom('17/6/2562', '๑๗ มิ.ย. ๖๒', '43633', '', '2026-11-20'),
    channel: fc.constantFrom('form', 'csv', 'citizen', 'api'),
    channelText: text,
    place: fc.record({
      province: fc.constantFrom('จ.เชียงใหม่', 'กทม.', 'Korat', 'ล าปาง', '๕๐', 'นครรำชสีมำ'),
      district: text,
      subdistrict: text,
      position: fc.constantFrom(
        null,
        { lat: 98.98, lng: 18.79 },
        { text: "13°45'30.5\"N 100°30'E" },
        { lat: 0 },
      ),
    }),
    respondent: fc.record({
      type: fc.oneof(text, fc.constantFrom('อบต.', 'citizen')),
      agency: text,
    }),
    issues: fc.array(
      fc.record({
        id: fc.constantFrom(undefined, '1', '2', 'a', 'b c'),
        title: text.map((more) => `เน็ตช้า ${more}`),
        detail: text,
        strategy: fc.oneof(text, fc.constantFrom(3, 'ด้านสังคม')),
        subPlan: text,
        severity: fc.constantFrom(1, '๕', 'มาก', 'มาก (4)', ''),
        affected: fc.oneof(text, fc.constantFrom('2 หมื่น', '1,250 คน', 'ประมาณ 500', 300)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    version: fc.constantFrom(2, 3),
    answers: fc.oneof(
      fc.record(
        {
          wish: text,
          households: fc.constantFrom('๑๒๐', '1,250', 7, '-4', 'หลาย', '0812345678'),
          signal: fc.constantFrom('weak', 'ดี', 'Weak, often lost', 'ไม่มี', 'แรง', ''),
          devices: fc.constantFrom('โทรทัศน์, Computer, tablet', ['tv', 'phone'], 'phone;พัดลม', []),
          since: fc.constantFrom('17/6/2562', '๑ ม.ค. ๖๓', '2029-12-31', 'นานแล้ว', ''),
          centre: fc.constantFrom(true, 'ไม่มี', 'มี', 'no', 'ครึ่งหนึ่ง'),
        },
        { requiredKeys: [] },
      ),
      fc.dictionary(
        text,
        fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 2 })),
        { maxKeys: 3 },
      ),
    ),
  });

  it('stores the same when what it has stored is given again', () => {
    fc.assert(
      fc.property(filled, (input) => {
        const { response, violations } = checkResponse(definition, input as RawResponse, context);
        if (response === null)
          return void expect(violations.some(({ level }) => level === 'error')).to.equal(true);
        const rechecked = checkResponse(definition, givenAgain(response), context);
        expect(rechecked.response).to.deep.equal(response);
        expect(rechecked.violations.filter(({ level }) => level === 'error')).to.deep.equal([]);
      }),
      { numRuns: 1000 },
    );
  });
});
