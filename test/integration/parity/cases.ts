// Cases for every door: what a person writes, as the cells of a file, as the API takes it, and as the form holds it.
import { emptyIssue, type FormValues } from '../../../client/pages/collect/form-values.ts';
import { findRespondentType, findStrategy } from '../../../shared/survey/coded-values.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import { csvLine } from '../../../shared/text/formula.ts';

export interface Cells {
  readonly day: string;
  readonly province: string;
  readonly district: string;
  readonly respondent: string;
  readonly agency: string;
  readonly strategy: string;
  readonly title: string;
  readonly detail: string;
  readonly severity: string;
  readonly affected: string;
}

export const plain: Cells = {
  day: '2026-11-02',
  province: 'TH-50',
  district: 'เมืองเชียงใหม่',
  respondent: 'ประชาชน',
  agency: '',
  strategy: 'trust',
  title: 'เพจปลอมหลอกขายสินค้าเกษตร',
  detail: 'โอนมัดจำแล้วปิดเพจหนี',
  severity: '4',
  affected: '120',
};

export const cases: [string, Partial<Cells>][] = [
  ['a plain response', {}],
  ['Thai digits and a Buddhist year', { day: '๑๗ มิ.ย. ๒๕๖๒', severity: '๓', affected: '๑,๒๕๐' }],
  ['a two-digit year', { day: '17/6/62' }],
  ['no day', { day: '' }],
  ['a day that does not exist', { day: '29/2/2562' }],
  ['a day of years ago', { day: '3/11/2562' }],
  ['a year typed wrongly', { day: '3/11/2519' }],
  ['a day with a clock in words', { day: '3 พ.ย. 2569 เวลา 9:15:22 ก่อนเที่ยง GMT+7' }],
  ['an error of a spreadsheet for a day', { day: '#####' }],
  ['an error of a spreadsheet for a title', { title: '#REF!' }],
  ['errors of a spreadsheet', { district: '#N/A', detail: '#VALUE!', affected: '#DIV/0!' }],
  [
    'texts that were forced',
    { title: '="เน็ตช้า"', detail: "'ก&amp;ข_x000D_\nค", affected: '="120"' },
  ],
  ['characters that were lost', { detail: 'เน็ต\uFFFD\uFFFD ช้า' }],
  ['a title that says all is well', { title: 'ปกติค่ะ', detail: 'ไม่มีข้อเสนอแนะ' }],
  ['a province beside its code', { province: '50 เชียงใหม่' }],
  ['a province and the code of another', { province: '41 เชียงใหม่' }],
  ['a district before its province', { province: 'อ.แม่ริม จ.เชียงใหม่ 50180', district: 'แม่ริม' }],
  ['thousands by dots', { affected: '12.000' }],
  ['a phone without its zero', { detail: 'ติดต่อ 812345678 หรือ 8.12345679E8' }],
  ['a day in the future', { day: '2099-01-01' }],
  ['a short name of a province', { province: 'กทม.', district: '' }],
  ['a province read loosely', { province: 'นครรำชสีมำ', district: '' }],
  ['an unknown province', { province: 'ไทรทองใหญ่' }],
  ['an ambiguous province', { province: 'นคร' }],
  ['a city that is no province', { province: 'พัทยา' }],
  ['no province', { province: '-' }],
  ['an unknown district', { district: 'อำเภอที่ไม่มี' }],
  ['no title', { title: ' \u200b ' }],
  ['a title that says there is none', { title: 'ไม่มี' }],
  ['a title that is too long', { title: 'ก'.repeat(501) }],
  ['a severity word', { severity: 'มากที่สุด' }],
  ['a severity beyond the scale', { severity: '9' }],
  ['a severity that is no number', { severity: 'แดง' }],
  ['no severity', { severity: '' }],
  ['about 500 people', { affected: 'ประมาณ 500' }],
  ['households', { affected: '120 ครัวเรือน' }],
  ['a range of people', { affected: '300-500' }],
  ['a negative number of people', { affected: '-20' }],
  ['an unknown strategy', { strategy: 'ด้านอื่น ๆ' }],
  ['a strategy by its number', { strategy: 'ยุทธศาสตร์ที่ ๓' }],
  ['an unknown respondent', { respondent: 'ผู้ผ่านทาง' }],
  ['an agency', { respondent: 'เทศบาล', agency: 'เทศบาลตำบลสมมติ' }],
  ['a national id', { detail: 'เลขบัตร 1-9999-00000-00-5' }],
  ['a phone and an e-mail', { title: 'โทร 089-000-0000', detail: 'somsri@example.com' }],
  ['a possible name', { detail: 'นายสมชาย ใจดี แจ้งไว้' }],
  ['a formula', { title: '=1+1' }],
  ['direction marks', { title: 'เน็ต\u202eช้ามาก' }],
  [
    'everything wrong at once',
    { province: 'นคร', day: '32/6/2562', title: '', severity: '0', affected: 'ทั้งตำบล' },
  ],
];

const headers = [
  'วันที่',
  'จังหวัด',
  'อำเภอ',
  'ประเภทผู้ตอบ',
  'หน่วยงาน',
  'ยุทธศาสตร์',
  'หัวข้อปัญหา',
  'รายละเอียด',
  'ระดับความรุนแรง',
  'จำนวนผู้ได้รับผลกระทบ',
];
const order: (keyof Cells)[] = [
  'day',
  'province',
  'district',
  'respondent',
  'agency',
  'strategy',
  'title',
  'detail',
  'severity',
  'affected',
];

/** The header and one row. */
export function toCsv(cells: Cells): string {
  const row = order.map((name) => cells[name]);
  return csvLine(headers) + csvLine(row, { neutralise: false });
}

/** As a program sends it. */
export function toRaw(cells: Cells): RawResponse {
  const { title, detail, strategy, severity, affected } = cells;
  return {
    version: 1,
    day: cells.day,
    channel: 'form',
    place: { province: cells.province, district: cells.district },
    respondent: { type: cells.respondent, agency: cells.agency },
    issues: [{ title, detail, strategy, severity, affected }],
  };
}

/** As the form holds it: a choice where the form has one, else the text as it was typed. */
export function toForm(cells: Cells): FormValues {
  const { title, detail, strategy, severity, affected } = cells;
  return {
    province: cells.province,
    district: cells.district,
    subdistrict: '',
    day: cells.day,
    position: null,
    respondent: findRespondentType(cells.respondent) ?? '',
    agency: cells.agency,
    answers: {},
    issues: [
      {
        ...emptyIssue('i1'),
        strategy: findStrategy(strategy) ?? 'unsure',
        title,
        detail,
        severity: /^[1-5]$/.test(severity) ? severity : '',
        affected,
      },
    ],
  };
}
