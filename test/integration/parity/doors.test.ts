// One rule, four doors: the same cases through the form's check, the API, a CSV file and the re-check give the same violations and the same stored values.
import { expect } from 'chai';
import { recheckOne } from '../../../server/review/recheck.ts';
import { readSurvey } from '../../../server/surveys/read-survey.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import { csvLine } from '../../../shared/text/formula.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { newId } from '../../support/build.ts';

interface Cells {
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

const plain: Cells = {
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

const cases: [string, Partial<Cells>][] = [
  ['a plain response', {}],
  ['Thai digits and a Buddhist year', { day: '๑๗ มิ.ย. ๒๕๖๒', severity: '๓', affected: '๑,๒๕๐' }],
  ['a two-digit year', { day: '17/6/62' }],
  ['no day', { day: '' }],
  ['a day that does not exist', { day: '29/2/2562' }],
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
    { province: 'นคร', day: '6/17/2562', title: '', severity: '0', affected: 'ทั้งตำบล' },
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

function toRaw(cells: Cells): RawResponse {
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

const codes = (violations: readonly { code: string }[]) =>
  violations.map(({ code }) => code).sort();
/** what was said, without where it came from */
const said = ({
  day,
  place,
  respondent,
  issues,
}: Pick<Response, 'day' | 'place' | 'respondent' | 'issues'>) => ({
  day,
  place,
  respondent,
  issues,
});

describe('one rule, four doors', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  for (const [what, over] of cases) {
    it(`agrees about ${what}`, async () => {
      await app.empty();
      const cells = { ...plain, ...over };
      const survey = await readSurvey(app.context, '2569');

      const form = checkResponse(survey, toRaw(cells), {
        today: '2026-11-23',
        districts: districtsOf,
      });

      const id = newId();
      const api = await admin.put(`/api/surveys/2569/responses/${id}`, toRaw(cells));
      expect(api.status).to.equal(form.response ? 201 : 422);
      expect(codes(api.body.violations)).to.deep.equal(codes(form.violations));

      const file = new FormData();
      file.append(
        'file',
        new Blob([
          csvLine(headers),
          csvLine(
            order.map((name) => cells[name]),
            { neutralise: false },
          ),
        ]),
        'one.csv',
      );
      const batch = await admin.send('POST', '/api/surveys/2569/batches', { body: file });
      expect(batch.status, batch.text).to.equal(201);
      const [row] = (await admin.get(`/api/surveys/2569/batches/${batch.body.id}/rows?limit=10`))
        .body.items;
      expect(row.outcome).to.equal(form.response ? 'accept' : 'reject');
      // beside errors a rejected row's warnings are optional
      const seen = form.response
        ? row.violations
        : row.violations.filter((v: any) =>
            form.violations.some(({ code, level }) => code === v.code && level === 'error'),
          );
      const expected = form.response
        ? form.violations
        : form.violations.filter(({ level }) => level === 'error');
      expect(codes(seen)).to.deep.equal(codes(expected));

      if (!form.response) return;
      const fromApi = (await admin.get(`/api/surveys/2569/responses/${id}`)).body;
      const fromCsv = (await admin.get(`/api/surveys/2569/responses/${row.responseId}`)).body;
      expect(said(fromApi)).to.deep.equal(said(form.response as never));
      expect(said(fromCsv)).to.deep.equal(said(fromApi));

      for (const stored of await app.models.responses.find({}).lean()) {
        expect(recheckOne(survey, stored, '2026-11-23')).to.equal(undefined);
      }
    });
  }
});
