import { expect } from 'chai';
import { changedAnswers } from '../../../client/pages/collect/filling.ts';
import {
  emptyIssue,
  emptyValues,
  type FormValues,
} from '../../../client/pages/collect/form-values.ts';

const begun: FormValues = emptyValues('30 พ.ย. 2569', { province: 'TH-50' });
const [issue = emptyIssue('1')] = begun.issues;
const filled: FormValues = {
  ...begun,
  district: 'แม่ริม',
  issues: [{ ...issue, title: 'เสาล้ม', photos: ['a'] }],
  answers: { road: 'yes', tools: ['a', 'b'] },
};

describe('answers that were changed', () => {
  const cases: readonly (readonly [string, FormValues, FormValues, number])[] = [
    ['nothing', filled, filled, 0],
    ['what is answered for the first time', begun, filled, 0],
    ['another answer', filled, { ...filled, district: 'แม่แตง' }, 1],
    ['an answer taken back', filled, { ...filled, district: '' }, 1],
    ['two at once', filled, { ...filled, district: '', province: 'TH-40' }, 2],
    ['one of an issue', filled, { ...filled, issues: [{ ...issue, title: 'เสาหัก' }] }, 1],
    [
      'a question of the survey’s own',
      filled,
      { ...filled, answers: { road: 'no', tools: ['a', 'b'] } },
      1,
    ],
    ['another choice of several', filled, { ...filled, answers: { road: 'yes', tools: ['a'] } }, 1],
    [
      'a photo',
      filled,
      { ...filled, issues: filled.issues.map((one) => ({ ...one, photos: [] })) },
      0,
    ],
    ['an issue that is new', filled, { ...filled, issues: [...filled.issues, emptyIssue('2')] }, 0],
    ['an issue that is removed', filled, { ...filled, issues: [] }, 0],
  ];
  for (const [what, before, now, count] of cases)
    it(`${what}: ${count}`, () => expect(changedAnswers(before, now)).to.equal(count));

  it('an issue that moved: 0', () => {
    const two = { ...filled, issues: [...filled.issues, { ...emptyIssue('2'), title: 'ไฟดับ' }] };
    expect(changedAnswers(two, { ...two, issues: [...two.issues].reverse() })).to.equal(0);
  });
});
