import { expect } from 'chai';
import { isNoAnswer } from '../../../shared/text/no-answer.ts';

describe('no answer', () => {
  const none = [
    ['', ' ', '-', '–', '---', '...', '. . .', '…', '(-)', '[ ]', '-.-'],
    ['ไม่มี', 'ไม่ระบุ', 'ไม่ทราบ', 'N/A', 'n/a', 'n.a.', 'N/A.', 'NA', 'NaN', 'nil', 'NULL', '(null)'],
    ['ไม่มีค่ะ', 'ไม่มีครับ', 'ไม่มีคะ', 'ไม่มีจ้า', 'ไม่มีนะ', 'ไม่มีนะคะ', 'ไม่มี ครับผม', 'ไม่ทราบค่ะ', 'ไม่ทราบครับ'],
    [
      'ไม่มีปัญหา',
      'ไม่พบปัญหา',
      'ไม่มีปัญหาใด ๆ',
      'ไม่มีปัญหาใดๆ',
      'ไม่มีปัญหาใด ๆ ทั้งสิ้น',
      'ไม่พบปัญหาครับ',
      'ไม่มี พบปัญหา',
    ],
    [
      'ไม่มีข้อเสนอแนะ',
      'ไม่มีความเห็น',
      'ไม่มีความคิดเห็น',
      'ไม่มีปัญหาและอุปสรรค',
      'ไม่มีปัญหา/อุปสรรค',
      'ไม่มีข้อเสนอแนะเพิ่มเติมค่ะ',
    ],
    [
      'ไม่มี.',
      '-ไม่มี-',
      '(ไม่มี)',
      '[ไม่มี]',
      '"ไม่มี"',
      'ไม่มี ไม่มี',
      'ไม่มีๆ',
      'ไม่มี ๆ',
      'ไม่ มี',
      '- ไม่มี',
      'ไม่มี!',
    ],
    ['ปกติ', 'ปกติค่ะ', 'ปกติดี', 'ปกติ ไม่มีปัญหา', 'ยังไม่มี', 'ยังไม่พบปัญหา'],
    [
      'None',
      'No',
      "don't know",
      "I don't know.",
      'none.',
      'nothing',
      'Nothing.',
      'no problem',
      'No problems',
      'no comment',
      'No comments.',
      'NO PROBLEM!',
      'not applicable',
      '-none-',
    ],
    ['ไม่ตอบ', 'ไม่ขอตอบครับ', 'ไม่ออกความเห็น', 'ไม่แสดงความคิดเห็น', 'ไม่ขอแสดงความเห็น'],
    [
      'Nothing to report',
      'I have no problem.',
      'We have no problems',
      'I don’t have any problems',
      'We do not have any issues.',
      'There is no problem',
      'there are no problems at all',
    ],
  ].flat();
  for (const text of none)
    it(`is ${JSON.stringify(text)}`, () => expect(isNoAnswer(text)).to.equal(true));

  const answers = [
    [
      'ไม่มีสัญญาณ',
      'ไม่มีอินเทอร์เน็ตครับ',
      'ไม่มีปัญหาเรื่องไฟ แต่เน็ตช้า',
      'ไม่มีข้อมูลภาษาไทย',
      'ไม่ทราบขั้นตอน',
      'ไม่มีปัญหาน้ำ',
    ],
    [
      'ปกติแล้วเน็ตช้า',
      'ไม่ปกติ',
      'น่าน',
      'นครพนม',
      'nakhon',
      'no signal',
      'nothing works',
      'no problem with water',
      'there is no signal',
      'we have no internet',
      'I have problems',
      'nothing to report to',
      'ไม่ตอบโทรศัพท์',
      'ไม่ให้ความเห็นชอบโครงการ',
    ],
    ['ค่ะ', 'ปัญหา', 'ข้อเสนอแนะ', '0', '#', '?', 'มี', 'N', 'nanotech', 'ไม่'],
  ].flat();
  for (const text of answers) it(`is not ${text}`, () => expect(isNoAnswer(text)).to.equal(false));
});
