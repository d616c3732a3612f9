import { expect } from 'chai';
import { newIssueId } from '../../../client/data/new-id.ts';
import { fieldId } from '../../../client/pages/collect/form-layout.ts';
import {
  emptyIssue,
  emptyValues,
  type FormValues,
  fromRaw,
  toDraft,
  toRaw,
} from '../../../client/pages/collect/form-values.ts';

const filled: FormValues = {
  province: 'TH-50',
  district: 'แม่ริม',
  subdistrict: '',
  day: '17 มิ.ย. 2562',
  position: { lat: 18.79, lng: 98.98, accuracy: 12 },
  respondent: 'citizen',
  agency: 'อบต.สมมติ',
  answers: {},
  issues: [
    {
      ...emptyIssue('i1'),
      strategy: 'society',
      title: 'ห้องเรียนไม่มีอินเทอร์เน็ต',
      detail: '',
      severity: '4',
      affected: 'ราว 120 คน',
    },
    { ...emptyIssue('i2'), strategy: 'unsure', title: 'อีกเรื่อง' },
  ],
};

describe('collect: the form and the raw response', () => {
  it('sends what the interface takes: empty is null, a citizen has no agency, unsure is no strategy', () => {
    expect(toRaw(filled, 3)).to.deep.equal({
      version: 3,
      day: '17 มิ.ย. 2562',
      channel: 'form',
      place: {
        province: 'TH-50',
        district: 'แม่ริม',
        subdistrict: null,
        position: { lat: 18.79, lng: 98.98, accuracy: 12 },
      },
      respondent: { type: 'citizen', agency: null },
      issues: [
        {
          id: 'i1',
          strategy: 'society',
          subPlan: null,
          title: 'ห้องเรียนไม่มีอินเทอร์เน็ต',
          detail: null,
          suggestion: null,
          severity: 4,
          affected: 'ราว 120 คน',
        },
        {
          id: 'i2',
          strategy: null,
          subPlan: null,
          title: 'อีกเรื่อง',
          detail: null,
          suggestion: null,
          severity: null,
          affected: null,
        },
      ],
      answers: {},
    });
  });

  it('comes back from a draft as it was, down to "not sure"', () => {
    const draft = toDraft(toRaw(filled, 1), filled);
    expect(fromRaw(draft)).to.deep.equal({ ...filled, agency: '' });
  });

  it('opens with one problem, also from a draft without any', () => {
    expect(emptyValues('23 พ.ย. 2569').issues).to.deep.equal([emptyIssue('1')]);
    expect(fromRaw({ issues: [] }).issues).to.deep.equal([emptyIssue('1')]);
    expect(fromRaw({}).day).to.equal('');
  });

  it('takes nothing for granted that stands in a kept draft', () => {
    const odd = fromRaw({
      place: { province: 50, position: { lat: 'x', lng: null } },
      respondent: { type: 'ผู้ใหญ่บ้าน' },
      issues: [{ strategy: 'อื่น ๆ', severity: 5, title: null }],
    });

    expect(odd).to.deep.include({ province: '50', position: null, respondent: '' });
    expect(odd.issues).to.deep.equal([{ ...emptyIssue('1'), severity: '5' }]);
  });

  it('keeps the id of each problem, also when others before it are gone', () => {
    const [, second] = filled.issues;
    const kept = toDraft(toRaw({ ...filled, issues: second ? [second] : [] }, 1), filled);
    expect(kept.issues?.map(({ id }) => id)).to.deep.equal(['i2']);
    expect(fromRaw(kept).issues.map(({ key }) => key)).to.deep.equal(['i2']);
  });

  it('gives a new problem an id of its own', () => {
    const made = Array.from({ length: 500 }, newIssueId);
    expect(new Set(made).size).to.equal(500);
    expect(made.every((id) => /^[a-z]{8}$/.test(id))).to.equal(true);
  });
});

describe('collect: from a pointer to the field on the page', () => {
  const issues = [emptyIssue('i1'), emptyIssue('i9')];
  const pointers: readonly [string, string][] = [
    ['/day', 'f-day'],
    ['/place/province', 'f-province'],
    ['/place/position', 'f-position'],
    ['/place/position/lat', 'f-position'],
    ['/respondent/type', 'f-type'],
    ['/respondent/agency', 'f-agency'],
    ['/issues/0/title', 'f-i1-title'],
    ['/issues/1/affected', 'f-i9-affected'],
    ['/issues', 'f-i1-title'],
  ];
  for (const [pointer, field] of pointers) {
    it(`${pointer} → ${field}`, () => expect(fieldId(pointer, { issues })).to.equal(field));
  }
});
