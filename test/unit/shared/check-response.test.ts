import { expect } from 'chai';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import {
  check,
  checkIssue,
  checkPlace,
  context,
  definition,
  issue,
  raw,
  said,
} from './response-to-check.ts';

describe('checkResponse', () => {
  it('stores a plain response as it is, coded', () => {
    expect(check({})).to.deep.equal({
      response: {
        surveyVersion: 3,
        day: '2026-11-20',
        channel: 'form',
        channelText: null,
        place: {
          province: 'TH-50',
          district: 'เมืองเชียงใหม่',
          districtCode: '5001',
          subdistrict: 'สุเทพ',
          position: { lat: 18.79, lng: 98.98, accuracy: 12 },
        },
        respondent: { type: 'citizen', typeText: null, agency: null },
        issues: [
          {
            id: '1',
            strategy: 'society',
            strategyText: null,
            subPlan: null,
            subPlanText: null,
            title: 'ศูนย์ดิจิทัลชุมชนเปิดไม่เป็นเวลา',
            detail: 'ไม่มีเจ้าหน้าที่ประจำ',
            severity: 4,
            affected: 120,
          },
        ],
        answers: {},
      },
      violations: [],
      safe: {
        ...raw,
        channelText: undefined,
        respondent: { type: 'citizen', agency: undefined },
      },
    });
  });

  it('treats texts as files have them like the numbers of the API', () => {
    const asTexts = { ...issue, severity: '๔', affected: '๑๒๐' };
    const place = {
      ...raw.place,
      province: 'จ.เชียงใหม่ ',
      district: 'อ.เมือง',
      position: { lat: '18.79', lng: '98.98', accuracy: '12' },
    };
    const day = '20 พ.ย. 2569';
    const fromFile = check({ day, place, issues: [asTexts], respondent: { type: 'ประชาชน' } });
    expect(fromFile.response).to.deep.equal(check({}).response);
  });

  it('lists every violation, in the order of the fields', () => {
    const all = check({
      day: '6/17/2562',
      place: { province: 'นคร' },
      respondent: { type: 'ผู้ผ่านทาง' },
      issues: [{ title: '-', strategy: 'ด้านอวกาศ', severity: 0, affected: 'ทั้งตำบล' }, {}],
    });
    expect(all.response).to.equal(null);
    expect(said(all)).to.deep.equal([
      'invalid-date /day',
      'ambiguous-province /place/province',
      'respondent-type-unknown /respondent/type',
      'strategy-unknown /issues/0/strategy',
      'missing-title /issues/0/title',
      'severity-out-of-range /issues/0/severity',
      'affected-invalid /issues/0/affected',
      'missing-title /issues/1/title',
      'severity-missing /issues/1/severity',
    ]);
  });

  it('gives levels and what a sentence needs', () => {
    expect(checkPlace({ province: 'พัทยา', district: '' }).violations).to.deep.equal([
      {
        code: 'unknown-province',
        level: 'error',
        pointer: '/place/province',
        value: 'พัทยา',
        hint: 'TH-20',
      },
    ]);
    expect(check({ day: '2026-11-24' }).violations).to.deep.equal([
      {
        code: 'date-in-future',
        level: 'error',
        pointer: '/day',
        value: '2026-11-24',
        today: '2026-11-23',
      },
    ]);
    expect(checkPlace({ province: 'นครรำชสีมำ', district: '' }).violations).to.deep.equal([
      {
        code: 'province-spelling',
        level: 'warning',
        pointer: '/place/province',
        value: 'นครรำชสีมำ',
        province: 'TH-30',
      },
    ]);
  });

  it('keeps the text of what is not a known value', () => {
    const { response } = check({
      respondent: { type: ' อื่น ๆ ' },
      place: { province: 'TH-50', district: 'อำเภอที่ไม่มี' },
      issues: [{ ...issue, strategy: 'ด้านอวกาศ', subPlan: 'แผน ก' }],
    });
    expect(response?.respondent).to.deep.equal({ type: null, typeText: 'อื่น ๆ', agency: null });
    expect(response?.place).to.include({ district: 'อำเภอที่ไม่มี', districtCode: null });
    expect(response?.issues[0]).to.include({
      strategy: null,
      strategyText: 'ด้านอวกาศ',
      subPlan: null,
      subPlanText: 'แผน ก',
    });
  });

  it('knows sub-plans once they have been entered', () => {
    const plan = {
      id: 'centres',
      strategy: 'society',
      code: '4',
      nameTh: 'ศูนย์ดิจิทัลชุมชน',
      nameEn: null,
      words: [],
      state: 'active',
    } as const;
    const withPlans = { ...definition, subPlans: [plan] };
    const run = (subPlan: unknown) =>
      checkResponse(
        withPlans,
        { ...raw, issues: [{ ...issue, subPlan: subPlan as string }] },
        context,
      );
    for (const value of ['centres', 4, '๔', 'ศูนย์ดิจิทัลชุมชน']) {
      expect(run(value).response?.issues[0]).to.include({ subPlan: 'centres', subPlanText: null });
    }
    expect(said(run('อย่างอื่น'))).to.deep.equal(['sub-plan-unknown /issues/0/subPlan']);
    expect(said(run('-'))).to.deep.equal([]);
  });

  it('says nothing on what a source does not ask', () => {
    const absent = new Set(['/day', '/issues/-/severity']);
    const { response, violations } = check(
      { day: undefined, issues: [{ ...issue, severity: undefined }] },
      { absent },
    );
    expect(violations).to.deep.equal([]);
    expect(response?.day).to.equal(null);
  });

  it('turns severity numbers where 1 is the worst', () => {
    expect(check({}, { severityDirection: '1-is-most' }).response?.issues[0]?.severity).to.equal(2);
  });

  it('takes a district as text where districts are not known yet', () => {
    const { response } = checkResponse(definition, raw, { today: context.today });
    expect(response?.place).to.include({ district: 'เมืองเชียงใหม่', districtCode: null });
  });

  it('keeps the lines of a detail and puts a title on one', () => {
    const { response } = checkIssue({ title: 'ก\r\nข', detail: ' ก \r\n\r\n ข ' });
    expect(response?.issues[0]).to.include({ title: 'ก ข', detail: 'ก\n\nข' });
  });

  it('remarks on a day before the round opened, whatever year it is', () => {
    const codesOf = (day: string, opensAt: string) =>
      checkResponse({ ...definition, opensAt }, { ...raw, day }, context).violations.map(
        ({ code }) => code,
      );
    // the round opens on 1 November in Bangkok
    const opens = '2026-10-31T17:00:00Z';
    expect(codesOf('2026-11-01', opens)).to.deep.equal([]);
    expect(codesOf('2026-10-31', opens)).to.deep.equal(['date-long-ago']);
    expect(codesOf('2563-01-01', '2019-12-31T17:00:00Z')).to.deep.equal([]);
    expect(codesOf('2006-01-01', '2005-01-01T00:00:00Z')).to.deep.equal(['date-implausible']);
  });
});
