import { expect } from 'chai';
import { pasteSubPlans, withOne } from '../../../client/pages/rounds/paste-sub-plans.ts';
import { newRound } from '../../../shared/survey/new-round.ts';
import {
  finalDayOf,
  firstDayOf,
  firstInstantOf,
  roundEndOf,
} from '../../../shared/survey/round-days.ts';

const { subPlans } = newRound({ nameTh: 'ก', nameEn: 'a' });

describe('sub-plans from a spreadsheet', () => {
  it('change those whose code is there, and add the others after their strategy', () => {
    const pasted = pasteSubPlans(
      'รหัส\tชื่อ\tName\tคำ\r\n1.1\tสัญญาณ\tSignal\tเสา, เน็ตหลุด\r\n\r\n5.3\tครู\t\tโค้ช\r\n',
      subPlans,
    );
    expect(pasted).to.include({ changed: 1, added: 1 });
    expect(pasted.bad).to.deep.equal([]);
    expect(pasted.subPlans).to.have.length(18);
    expect(pasted.subPlans[0]).to.deep.include({
      id: '1.1',
      nameTh: 'สัญญาณ',
      nameEn: 'Signal',
      words: ['เสา', 'เน็ตหลุด'],
    });
    const added = pasted.subPlans.findIndex(({ code }) => code === '5.3');
    expect(pasted.subPlans[added]).to.deep.include({ strategy: 'workforce', nameEn: null });
    expect(pasted.subPlans[added - 1]?.code).to.equal('5.2');
  });

  it('are taken all or not at all: a row that cannot be read is named', () => {
    const pasted = pasteSubPlans('1.1\tสัญญาณ\n9.1\tไม่มียุทธศาสตร์\n2.1\t\n', subPlans);
    expect(pasted).to.deep.equal({ subPlans, changed: 0, added: 0, bad: [2, 3] });
  });

  it('get an id that no other has, also after a code was changed', () => {
    const other = subPlans.map((one) => (one.id === '1.1' ? { ...one, code: '1.9' } : one));
    const one = { strategy: 'trust', code: '1.1', nameTh: 'ข', nameEn: null, words: [] } as const;
    expect(withOne(other, one).at(-1)).to.include({ id: '1.1-2', code: '1.1' });
  });
});

describe('the days of a round', () => {
  it('begin and end at midnight in Bangkok', () => {
    expect(firstInstantOf('2026-10-01')).to.equal('2026-09-30T17:00:00.000Z');
    expect(firstDayOf('2026-09-30T17:00:00.000Z')).to.equal('2026-10-01');
    expect(roundEndOf('2027-09-30')).to.equal('2027-09-30T17:00:00.000Z');
    expect(finalDayOf('2027-09-30T17:00:00.000Z')).to.equal('2027-09-30');
  });
});
