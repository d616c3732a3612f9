import { expect } from 'chai';
import fc from 'fast-check';
import { AlikeGroups } from '../../../shared/text/alike.ts';

const grouped = (texts: readonly string[]) => {
  const groups = new AlikeGroups();
  return texts.map((text) => groups.add(text));
};

describe('texts that say nearly the same', () => {
  it('stand in one group, whatever is spelled, spaced or numbered otherwise in them', () => {
    expect(
      grouped([
        'สัญญาณโทรศัพท์หลุดบ่อยช่วงฝนตกบนดอย',
        'สัญญาณโทรศัพท์ หลุดบ่อย ช่วงฝนตก บนดอย!',
        'สัญญาณโทรศัพท์หลุดบ่อยช่วงฝนตกริมชายแดน',
        'แก๊งคอลเซ็นเตอร์หลอกผู้สูงอายุโอนเงินในตำบล',
        'No signal for 3 days in village 12',
        'no signal for 14 days in village 7',
        'เเก๊งคอลเซ็นเตอร์หลอกผู้สูงอายุโอนเงินในชุมชน',
      ]),
    ).to.deep.equal([0, 0, 0, 1, 2, 2, 1]);
  });

  it('need as much in common as was asked for', () => {
    const strict = new AlikeGroups(1);
    const two = [strict.add('สัญญาณหลุดบ่อยบนดอย'), strict.add('สัญญาณหลุดบ่อยริมดอย')];
    expect(two).to.deep.equal([0, 1]);
    expect(strict.size).to.equal(2);
  });

  it('are told apart when they are short; what has no letters is one group', () => {
    expect(grouped(['', '…', 'น้ำ', 'ไฟ', 'น้ำ'])).to.deep.equal([0, 0, 1, 2, 1]);
  });

  it('get the same groups each time, numbered in the order in which they began', () => {
    const texts = fc.array(fc.stringMatching(/^[กขคงจaiou ]{0,30}$/), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (all) => {
        const groups = grouped(all);
        expect(grouped(all)).to.deep.equal(groups);
        let begun = 0;
        for (const group of groups) {
          expect(group).to.be.at.most(begun);
          if (group === begun) begun += 1;
        }
      }),
    );
  });

  it('are found in nearly all cases', () => {
    const words = 'เน็ต หมู่บ้าน ช้ามาก ช่วงเย็น ใช้ไม่ได้ นักเรียน เรียนออนไลน์ ฝนตก หลุดบ่อย ไฟดับ'.split(' ');
    let state = 7;
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    let found = 0;
    for (let i = 0; i < 200; i++) {
      const one = Array.from({ length: 8 }, () => words[next(words.length)] ?? '');
      const other = [...one];
      other[next(8)] = 'สะพาน';
      const groups = new AlikeGroups(0.5);
      if (groups.add(one.join('')) === groups.add(other.join(''))) found += 1;
    }
    expect(found).to.be.at.least(150);
  });

  it('keep nothing more when they repeat each other', () => {
    const groups = new AlikeGroups();
    for (let i = 0; i < 5000; i++) groups.add(`หมู่บ้านที่ ${i} ไม่มีสัญญาณโทรศัพท์ตั้งแต่เดือนที่แล้ว`);
    expect(groups.size).to.equal(1);
  });
});
