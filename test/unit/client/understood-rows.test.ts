import { expect } from 'chai';
import { twoDigitYear, understand } from '../../../client/pages/batches/understood-rows.ts';
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { inspectCsv } from '../../../shared/batch/inspect.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import { definition } from '../shared/response-to-check.ts';

// what is read only here can be changed on the wire
const survey = { ...definition, state: 'open', stateReason: null, open: true } as Survey;
const khonKaen: Scope = { kind: 'province', province: 'TH-40' };

function rowsOf(csv: string, over: Partial<Parameters<typeof understand>[0]> = {}) {
  return understand({
    ...inspectCsv(Buffer.from(csv), false),
    survey,
    scope: khonKaen,
    districts: districtsOf,
    severityDirection: undefined,
    today: '2026-11-23',
    ...over,
  });
}
const said = (csv: string, over = {}) =>
  rowsOf(csv, over).map(({ verdict: { row, outcome, violations } }) =>
    [row, outcome, ...violations.map(({ code, column }) => `${code} ${column}`)].join(' '),
  );

describe('the first rows on the upload page', () => {
  it('say what the server will say: outside the area, a repeated row, an id twice', () => {
    const csv =
      'รหัสแบบสอบถาม,จังหวัด,ปัญหา\nA1,ขอนแก่น,เน็ตช้า\nA2,น่าน,เน็ตช้า\nA1,ขอนแก่น,ไฟดับ\n\n,ขอนแก่น,น้ำไม่ไหล\n,จ.ขอนแก่น,น้ำไม่ไหล\n';
    expect(said(csv)).to.deep.equal([
      '1 accept',
      '2 reject outside-scope จังหวัด',
      '3 reject id-conflict รหัสแบบสอบถาม',
      '4 accept',
      '5 skip duplicate null',
    ]);
    expect(said(csv, { scope: { kind: 'all' } })[1]).to.equal('2 accept');
  });

  it('know the districts, and find a repetition by them', () => {
    const csv = 'จังหวัด,อำเภอ,ปัญหา\nขอนแก่น,อ.เมือง,เน็ตช้า\nขอนแก่น,เมืองขอนแก่น,เน็ตช้า\n';
    const [first, second] = rowsOf(csv);
    expect(first?.response?.place).to.include({ district: 'เมืองขอนแก่น', districtCode: '4001' });
    expect(second?.verdict.outcome).to.equal('skip');
    expect(said(csv, { districts: null })).to.deep.equal(['1 accept', '2 accept']);
  });

  it('remark on personal data, and show none of it', () => {
    const csv = 'จังหวัด,ชื่อ,ปัญหา\nขอนแก่น,สมชาย,โทร 089-000-0000\nไม่รู้,สมหญิง,โทร 089-000-0001\n';
    const rows = rowsOf(csv);
    expect(said(csv)).to.deep.equal(['1 accept pii-phone ปัญหา', '2 reject unknown-province จังหวัด']);
    expect(rows[1]?.cellOf('title')).to.equal('โทร [เบอร์โทร]');
    expect(rows[1]?.cellOf('agency')).to.equal('');
    expect(JSON.stringify(rows)).to.not.match(/สมชาย|สมหญิง|089-?000/);
  });

  it('show how a year of two digits was read', () => {
    const rows = rowsOf('จังหวัด,ปัญหา,วันที่\nขอนแก่น,เน็ตช้า,1/1/2562\nขอนแก่น,ไฟดับ,17/6/62\n');
    expect(twoDigitYear(rows)).to.deep.equal({ read: '17/6/62', day: '2019-06-17' });
  });

  it('are not there while columns are to be chosen', () => {
    expect(rowsOf('จังหวัด,ระดับ,วันที่\nขอนแก่น,3,1/1/2562\n')).to.deep.equal([]);
  });
});
