import { expect } from 'chai';
import fc from 'fast-check';
import { removePersonalData } from '../../../shared/text/personal-data.ts';
import { normaliseText } from '../../../shared/text/thai.ts';
import { anyPersonalData, digitsIn } from './arbitrary-personal-data.ts';
import { vectors } from './vectors.ts';

const codesOf = (text: string) => removePersonalData(text).found.map(({ code }) => code);

describe('removePersonalData', () => {
  for (const { in: raw, id, warn } of vectors.ids) {
    it(`${id ? 'cuts' : 'keeps'} ${raw}`, () => {
      const { text, found } = removePersonalData(raw);
      expect(found.map(({ code }) => code)).to.deep.equal(
        id ? ['pii-national-id'] : warn ? [warn] : [],
      );
      expect(text === raw).to.equal(!id);
    });
  }

  const cut: [string, string, string[]][] = [
    ['แจ้งเลขบัตร 1-9999-00000-00-5 ไว้แล้ว', 'แจ้งเลขบัตร [เลขประชาชน] ไว้แล้ว', ['pii-national-id']],
    ['เลขบัตร 1234567890123 พิมพ์ผิด', 'เลขบัตร [เลขประชาชน] พิมพ์ผิด', ['pii-national-id']],
    ['ปชช. 1 2345 67890 12 3', 'ปชช. [เลขประชาชน]', ['pii-national-id']],
    ['เลขประจำตัวประชาชน ๓ ๙๙๙๐ ๐๐๐๐๐ ๑๒ ๙', 'เลขประจำตัวประชาชน [เลขประชาชน]', ['pii-national-id']],
    ['ข้อ 3 ๓ ๙๙๙๐ ๐๐๐๐๐ ๑๒ ๙', 'ข้อ 3 [เลขประชาชน]', ['pii-national-id']],
    ['1 – 2345 – 67890 – 12 – 1', '[เลขประชาชน]', ['pii-national-id']],
    ['１２３４５６７８９０１２１', '[เลขประชาชน]', ['pii-national-id']],
    ['โทร 089-000-0000 หรือ +66 89 000 0000', 'โทร [เบอร์โทร] หรือ [เบอร์โทร]', ['pii-phone']],
    ['(081) 234-5678 ต่อ 123 ครับ', '[เบอร์โทร] ครับ', ['pii-phone']],
    ['081.234.5678', '[เบอร์โทร]', ['pii-phone']],
    ['02-123-4567-8', '[เบอร์โทร]', ['pii-phone']],
    ['053 123 456', '[เบอร์โทร]', ['pii-phone']],
    ['+66 (0) 81 234 5678', '[เบอร์โทร]', ['pii-phone']],
    ['+66 2 000 0000', '[เบอร์โทร]', ['pii-phone']],
    ['0066812345678', '[เบอร์โทร]', ['pii-phone']],
    ['๐๘๑-๒๓๔-๕๖๗๘', '[เบอร์โทร]', ['pii-phone']],
    ['(0812345678)', '([เบอร์โทร])', ['pii-phone']],
    ['เบอร์ 812345678', 'เบอร์ [เบอร์โทร]', ['pii-phone']],
    // what a spreadsheet leaves of a phone: 0 lost, or written as a power of ten
    ['ติดต่อ 812345678', 'ติดต่อ [เบอร์โทร]', ['pii-phone']],
    ['โทร 8.12345678E8', 'โทร [เบอร์โทร]', ['pii-phone']],
    ['โทร 8.12345678E+08', 'โทร [เบอร์โทร]', ['pii-phone']],
    ['ติดต่อ ๘๑๒๓๔๕๖๗๘', 'ติดต่อ [เบอร์โทร]', ['pii-phone']],
    ['ติดต่อ ８１２３４５６７８', 'ติดต่อ [เบอร์โทร]', ['pii-phone']],
    ['ติดต่อผู้ใหญ่บ้าน 81-234-5678', 'ติดต่อผู้ใหญ่บ้าน [เบอร์โทร]', ['pii-phone']],
    ['contact: 43123456', 'contact: [เบอร์โทร]', ['pii-phone']],
    ['Phone 81 234 5678', 'Phone [เบอร์โทร]', ['pii-phone']],
    ['Tel. 1234567890', 'Tel. [เบอร์โทร]', ['pii-phone']],
    ['มือถือ 812345678 812345679', 'มือถือ [เบอร์โทร] [เบอร์โทร]', ['pii-phone']],
    ['เลขบัตร 1.2345678901E+12', 'เลขบัตร [เลขประชาชน]', ['pii-national-id']],
    ['+856 20 5555 1234', '[เบอร์โทร]', ['pii-phone']],
    ['ส่งไปที่ somsri@example.com แล้ว', 'ส่งไปที่ [อีเมล] แล้ว', ['pii-email']],
    ['Some.One+x@mail.example.co.th', '[อีเมล]', ['pii-email']],
    ['a @ example.com', '[อีเมล]', ['pii-email']],
    ['a＠example．com', '[อีเมล]', ['pii-email']],
    ['ไลน์ somchai_t', 'ไลน์ [ไลน์]', ['pii-line']],
    ['ไลน์: @somchai', 'ไลน์: [ไลน์]', ['pii-line']],
    ['Line ID somchai99', 'Line ID [ไลน์]', ['pii-line']],
    ['LINE: abc.def', 'LINE: [ไลน์]', ['pii-line']],
    ['ไอดีไลน์ somchai', 'ไอดีไลน์ [ไลน์]', ['pii-line']],
    ['บัญชี 123-4-56789-0', 'บัญชี [เลขธนาคาร]', ['pii-account']],
    ['เลขที่บัญชีธนาคาร 012-3-45678-9', 'เลขที่บัญชีธนาคาร [เลขธนาคาร]', ['pii-account']],
    ['บัญชี 081-2-34567-8', 'บัญชี [เลขธนาคาร]', ['pii-account']],
    ['บัญชี 123456789012', 'บัญชี [เลขธนาคาร]', ['pii-account']],
    ...[
      '1.2345.67890.12.1',
      '1/2345/67890/12/1',
      '1,2345,67890,12,1',
      '1_2345_67890_12_1',
      '1*2345*67890*12*1',
      '1~2345~67890~12~1',
      '1·2345·67890·12·1',
      '1 . 2345 . 67890 . 12 . 1',
      '1.2.3.4.5.6.7.8.9.0.1.2.1',
      '12345\n67890121',
    ].map((text): [string, string, string[]] => [text, '[เลขประชาชน]', ['pii-national-id']]),
    ...[
      '081/234/5678',
      '081,234,5678',
      '081_234_5678',
      '081*234*5678',
      '081~234~5678',
      '081·234·5678',
      '0.8.1.2.3.4.5.6.7.8',
      '081-234\n5678',
      '02/123/4567',
      '+66/81/234/5678',
    ].map((text): [string, string, string[]] => [text, '[เบอร์โทร]', ['pii-phone']]),
    ['ส่ง somsri(at)example.com', 'ส่ง [อีเมล]', ['pii-email']],
    ['ส่ง somsri [at] example [dot] co.th', 'ส่ง [อีเมล]', ['pii-email']],
    ['สมศรีแอทจีเมลดอทคอม', '[อีเมล]', ['pii-email']],
    ['somsri แอท gmail จุด com', '[อีเมล]', ['pii-email']],
    ['บัตร 4111 1111 1111 1111 หมดอายุ', 'บัตร [เลขธนาคาร] หมดอายุ', ['pii-account']],
    ['5500-0000-0000-0004', '[เลขธนาคาร]', ['pii-account']],
    ['378282246310005', '[เลขธนาคาร]', ['pii-account']],
    ['เลข 123-4-56789-0 ไม่มีคำนำหน้า', 'เลข [เลขธนาคาร] ไม่มีคำนำหน้า', ['pii-account']],
    ['https://line.me/ti/p/~somchai', '[ไลน์]', ['pii-line']],
    ['แอด line.me/ti/p/abcd นะ', 'แอด [ไลน์] นะ', ['pii-line']],
    ['ติดต่อ https://www.facebook.com/somchai.jaidee', 'ติดต่อ [ลิงก์ส่วนตัว]', ['pii-profile']],
    ['wa.me/66812345678 ทักได้', '[ลิงก์ส่วนตัว] ทักได้', ['pii-profile']],
    ['tiktok.com/@somchai', '[ลิงก์ส่วนตัว]', ['pii-profile']],
  ];
  for (const [raw, text, codes] of cut) {
    it(`cuts what is personal in ${raw}`, () => {
      expect(removePersonalData(raw).text).to.equal(text);
      expect(codesOf(raw)).to.deep.equal(codes);
    });
  }

  const kept: [string, string[]?][] = [
    ['เลขครุภัณฑ์ 7440001000110 ชำรุด'],
    ['เลขบัตร ซึ่งห่างออกไปมากกว่ายี่สิบตัวอักษร 1234567890123'],
    ['เลขทะเบียนนิติบุคคล 0999000000019', ['juristic-id']],
    ['0-9990-00000-01-9', ['juristic-id']],
    ['บัตร 0999000000019', ['juristic-id']],
    ['สายด่วน 1111 1212 หรือ 191'],
    ['ประชาชน 812345678 คน'],
    ['ติดต่อเมื่อ 03-11-2569 แล้ว'],
    ['โทรแจ้ง 2569-11-03'],
    ['โทรศัพท์ 12,345,678 เครื่อง'],
    ['hotel 12345678 rooms'],
    ['วันที่ 02-03-2562 9 โมง'],
    ['08.30-16.30 น. 25 คน'],
    ['ปี 2562 ถึง 2565 ราคา 1,250,000 บาท'],
    ['พิกัด 13.75631 100.50182'],
    ['ตาม @rabfang ไว้'],
    ['เพจออนไลน์ facebook'],
    ['online: abc'],
    ['ไลน์ official ของอำเภอ'],
    ['the line was cut'],
    ['บ้านเลขที่ 99/1 หมู่ที่ 4'],
    ['ทะเบียน กข 1234'],
    ['ทำบัญชีไม่เป็น 300 ราย'],
    ['งบ 1,234,567,890,121 บาท'],
    ['งบ 66,812,345,678 บาท'],
    ['ห้อง 08/09/10/11/12 ชำรุด'],
    ['08/12/2563 09/01/2564'],
    ['ระหว่าง 1/2/2563-13/4/2564'],
    ['2562\n2563\n2564\n2565\n'],
    ['แอปดีแทค คอมมูนิตี้'],
    ['ดูที่ https://www.onde.go.th/news/12'],
    ['5G 4G 3BB'],
  ];
  for (const [raw, codes = []] of kept) {
    it(`keeps ${raw}`, () => {
      expect(removePersonalData(raw).text).to.equal(raw);
      expect(codesOf(raw)).to.deep.equal(codes);
    });
  }

  const names = [
    'น.ส.สมมติ ตัวอย่างดี เล่าว่า',
    'แจ้งโดยนายสมมติ ตัวอย่างดี',
    'นาง สมมติ ตัวอย่างดี',
    'นางสาวสมมติ ตัวอย่างดี',
    'ด.ช.สมมติ ตัวอย่างดี',
    'ดร. สมมติ ตัวอย่างดี',
    'ผศ.ดร.สมมติ ตัวอย่างดี',
    'คุณสมมติ ตัวอย่างดี',
    'พ.ต.อ.สมมติ ตัวอย่างดี',
    'พล.ต.สมมติ ตัวอย่างดี',
    'ว่าที่ ร.ต. สมมติ ตัวอย่างดี',
    'หลวงพ่อสมมติ ตัวอย่างดี',
  ];
  for (const raw of names) {
    it(`flags the possible name in ${raw} and keeps it`, () => {
      expect(removePersonalData(raw)).to.deep.equal({
        text: raw,
        found: [{ code: 'pii-possible-name', count: 1 }],
      });
    });
  }

  const falseFriends = [
    'นายอำเภอเมือง รับทราบแล้ว',
    'นายกเทศมนตรี รับทราบแล้ว',
    'นายทะเบียน แจ้งว่า',
    'นายจ้าง ต้องการ',
    'อำเภอนางรอง จังหวัดบุรีรัมย์',
    'อำเภอนายายอาม จังหวัดจันทบุรี',
    'คุณภาพ สัญญาณ',
    'คุณครู แจ้งว่า',
    'พระนครศรีอยุธยา เมืองเก่า',
    'พระประแดง สมุทรปราการ',
    'ดรุณี พัฒนา',
    'ขอบคุณ เจ้าหน้าที่',
    'ทนายความ อาสา',
    'พ.ศ. สองพัน ห้าร้อย',
  ];
  for (const raw of falseFriends) {
    it(`sees no name in ${raw}`, () => expect(codesOf(raw)).to.deep.equal([]));
  }

  it('counts each kind', () => {
    expect(removePersonalData('0812345678 0812345679 a@example.com').found).to.have.deep.members([
      { code: 'pii-phone', count: 2 },
      { code: 'pii-email', count: 1 },
    ]);
  });

  it('leaves nothing of an id, phone or address, whatever stands around', () => {
    const around = fc.constantFrom(
      '',
      ' ',
      'โทร ',
      'ที่ ',
      ' แล้ว',
      '(',
      ') ',
      ', ',
      ' / ',
      'ปี 2562 ',
      '\n',
      ' ข้อ 3 ',
    );
    const sentence = fc.array(fc.tuple(around, anyPersonalData, around), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(sentence, (parts) => {
        const raw = normaliseText(parts.map(([a, { text }, b]) => `${a}${text}${b}ก`).join(''));
        const { text } = removePersonalData(raw);
        for (const [, { secret }] of parts) {
          expect(digitsIn(text) + text.toLowerCase(), raw).to.not.include(secret);
        }
      }),
      { numRuns: 1000 },
    );
  });

  for (const raw of [
    'เบอร์060-309-90002 9932 30858 40 782859301',
    'บัญชี20000006065-558-187513902259062 000 0000',
  ])
    it(`finds nothing more to cut in what it has left of ${raw}`, () => {
      const { text } = removePersonalData(raw);
      expect(removePersonalData(text)).to.deep.equal({ text, found: [] });
    });

  it('finds nothing more to cut in what it has left', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...'บัตร|ปชช|เลขประจำตัว|บัญชี|โทร|เบอร์|ไลน์|line|id|@|+66|-| |.|(|)|:|a@b.co|08|02|นายก ข|\n'.split(
              '|',
            ),
          ),
          fc.integer({ min: 0, max: 99_999_999 }).map(String),
          anyPersonalData.map(({ text }) => text),
        ),
        { maxLength: 14 },
      )
      .map((parts) => normaliseText(parts.join('')));
    fc.assert(
      fc.property(soup, (raw) => {
        const { text } = removePersonalData(raw);
        expect(removePersonalData(text).text).to.equal(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick on any run of 10,000 characters', () => {
    const units = [
      '1 ',
      '0-',
      '1',
      '-',
      'a',
      '@',
      'a@',
      'a.',
      '(',
      '+6',
      'ไลน์ ',
      'line id ',
      '081-',
      '1-2345-67890-12-',
      'นาย',
      'คุณก',
      'บัญชี1',
      'โทร 8',
      'พล.ต.',
      'ก.',
      'นายกก กก ',
    ];
    for (const unit of units) {
      const text = unit.repeat(10_000 / unit.length);
      const started = performance.now();
      removePersonalData(text);
      expect(performance.now() - started, unit).to.be.below(4000);
    }
  });
});
