import { expect } from 'chai';
import { allTogether, keepTogether } from '../../../client/i18n/keep-together.ts';

/** a space that does not break, made visible */
const seen = (text: string) => keepTogether(text).replaceAll('\u00a0', '_');

describe('what a line does not part', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['รับไว้ 29 จาก 30 แถว ข้าม 1 แถว', 'รับไว้ 29_จาก 30_แถว ข้าม 1_แถว'],
    ['28 มิ.ย. 2562 16:40 น.', '28_มิ.ย._2562 16:40_น.'],
    ['การสำรวจปัญหาด้านดิจิทัล รอบปี 2569 เปิดรับอยู่', 'การสำรวจปัญหาด้านดิจิทัล รอบปี_2569 เปิดรับอยู่'],
    ['15 ส.ค. 2562 (ค.ศ. 2019)', '15_ส.ค._2562 (ค.ศ._2019)'],
    ['หยุดที่แถว 31 ส่งต่อ', 'หยุดที่แถว_31_ส่งต่อ'],
    ['มี 2,500 ชุด', 'มี 2,500_ชุด'],
    ['12 people in 2 provinces on 28 Jun 2019', '12_people in 2_provinces on 28_Jun_2019'],
    ['no number here', 'no number here'],
  ];
  for (const [text, expected] of cases) {
    it(`keeps together: ${text}`, () => expect(seen(text)).to.equal(expected));
  }

  it('is kept in every sentence of a set of words, whatever it is given', () => {
    const words = allTogether({
      one: 'อีก 3 วัน',
      some: { of: (n: string) => `${n} ชุด`, list: ['1 แถว'] as readonly string[] },
    });
    expect([words.one, words.some.of('5'), words.some.list[0]]).to.deep.equal([
      'อีก 3\u00a0วัน',
      '5\u00a0ชุด',
      '1\u00a0แถว',
    ]);
  });
});
