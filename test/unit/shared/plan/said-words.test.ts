// Words that tell one sub-plan from everything else.
import { expect } from 'chai';
import { WordsSaid } from '../../../../shared/plan/said-words.ts';

function said(mast: number, market: number): WordsSaid {
  const words = new WordsSaid();
  for (let n = 0; n < mast; n++)
    words.add([{ subPlan: '1.1', texts: ['เสาสัญญาณเสียบ่อยในหมู่บ้าน', 'เสาสัญญาณล้ม'] }]);
  for (let n = 0; n < market; n++)
    words.add([
      { subPlan: '2.1', texts: ['ขายของออนไลน์ไม่เป็นในหมู่บ้าน'] },
      { subPlan: null, texts: ['ถนนเสียในหมู่บ้าน'] },
    ]);
  return words;
}

describe('words said of a sub-plan', () => {
  it('are those that responses about it use more, with how many times and an interval', () => {
    const words = said(40, 160);
    const found = words.of('1.1');
    const [first] = found;
    expect(found.map(({ word }) => word).join()).to.include('สัญญาณ');
    expect(first).to.include({ responses: 40, elsewhere: 0 });
    expect(first?.low).to.be.above(1);
    expect(first?.times).to.be.within(first?.low ?? 0, first?.high ?? 0);
    expect(words.responsesOf('1.1')).to.equal(40);
  });

  it('are none that are said of everything alike, and none that say the same twice', () => {
    const found = said(40, 160)
      .of('1.1')
      .map(({ word }) => word);
    expect(found).not.to.include('หมู่บ้าน');
    expect(new Set(found).size).to.equal(found.length);
    for (const one of found)
      for (const other of found)
        if (one !== other) expect(other.includes(one), `${one} in ${other}`).to.equal(false);
  });

  it('are none that fewer than five responses use, however telling', () => {
    expect(said(4, 400).of('1.1')).to.deep.equal([]);
    expect(said(0, 400).of('1.1')).to.deep.equal([]);
  });

  it('are counted once a response, however often it says them', () => {
    const words = new WordsSaid();
    for (let n = 0; n < 30; n++)
      words.add([
        { subPlan: '1.1', texts: ['เสาสัญญาณ เสาสัญญาณ', 'เสาสัญญาณ'] },
        { subPlan: '1.1', texts: ['เสาสัญญาณ'] },
      ]);
    for (let n = 0; n < 100; n++) words.add([{ subPlan: null, texts: ['ตลาดเงียบ'] }]);
    expect(words.of('1.1')[0]?.responses).to.equal(30);
    expect(words.responsesOf('1.1')).to.equal(30);
  });
});
