import { expect } from 'chai';
import fc from 'fast-check';
import { districtsOf } from '../../../shared/places/districts.ts';
import {
  type CheckContext,
  type Checked,
  checkResponse,
} from '../../../shared/survey/check-response.ts';
import { coreQuestions, type SurveyDefinition } from '../../../shared/survey/definition.ts';
import type { CheckedResponse, RawIssue, RawResponse } from '../../../shared/survey/response.ts';
import { anyPersonalData, digitsIn } from './arbitrary-personal-data.ts';

const definition: SurveyDefinition = {
  id: '2569',
  version: 3,
  nameTh: 'แบบสำรวจ',
  nameEn: 'Survey',
  opensAt: null,
  closesAt: null,
  countApprovedOnly: false,
  subPlans: [],
  questions: coreQuestions,
};
const context: CheckContext = { today: '2026-11-23', districts: districtsOf };

const issue: RawIssue = {
  strategy: 'society',
  subPlan: null,
  title: 'ศูนย์ดิจิทัลชุมชนเปิดไม่เป็นเวลา',
  detail: 'ไม่มีเจ้าหน้าที่ประจำ',
  severity: 4,
  affected: 120,
};
const raw: RawResponse = {
  version: 3,
  day: '2026-11-20',
  channel: 'form',
  place: {
    province: 'TH-50',
    district: 'เมืองเชียงใหม่',
    subdistrict: 'สุเทพ',
    position: { lat: 18.79, lng: 98.98, accuracy: 12 },
  },
  respondent: { type: 'citizen' },
  issues: [issue],
  answers: {},
};

const check = (over: object, inContext: Partial<CheckContext> = {}): Checked =>
  checkResponse(definition, { ...raw, ...over }, { ...context, ...inContext });
const checkIssue = (over: object): Checked => check({ issues: [{ ...issue, ...over }] });
const checkPlace = (over: object): Checked => check({ place: { ...raw.place, ...over } });
const said = ({ violations }: Checked) =>
  violations.map(({ code, pointer }) => `${code} ${pointer}`);

/** A response as it is stored, given again. */
function again(stored: CheckedResponse): RawResponse {
  const { surveyVersion, day, channel, channelText, place, respondent, answers } = stored;
  const { province, district, subdistrict, position } = place;
  return {
    version: surveyVersion,
    day,
    channel,
    channelText,
    place: { province, district, subdistrict, position },
    respondent: { type: respondent.type ?? respondent.typeText, agency: respondent.agency },
    issues: stored.issues.map(({ strategyText, subPlanText, ...rest }) => ({
      ...rest,
      strategy: rest.strategy ?? strategyText,
      subPlan: rest.subPlan ?? subPlanText,
    })),
    answers,
  };
}

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
      'missing-title /issues/0/title',
      'strategy-unknown /issues/0/strategy',
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

  const single: [string, () => Checked, string[]][] = [
    ['no day', () => check({ day: null }), ['date-missing /day']],
    ['no day at all', () => check({ day: undefined }), ['date-missing /day']],
    ['a two-digit year', () => check({ day: '17/6/62' }), ['date-two-digit-year /day']],
    ['today', () => check({ day: '2026-11-23' }), []],
    ['no severity', () => checkIssue({ severity: '' }), ['severity-missing /issues/0/severity']],
    ['no strategy', () => checkIssue({ strategy: '-' }), []],
    ['no respondent', () => check({ respondent: {} }), []],
    ['a dash for a respondent', () => check({ respondent: { type: '-' } }), []],
    ['an unknown district', () => checkPlace({ district: 'อำเภอที่ไม่มี' }), []],
    ['a sub-plan before any was entered', () => checkIssue({ subPlan: 'อย่างอื่น' }), []],
    [
      'a household count',
      () => checkIssue({ affected: '120 ครัวเรือน' }),
      ['affected-unit /issues/0/affected'],
    ],
    [
      'a swapped position',
      () => checkPlace({ position: { lat: 98.98, lng: 18.79 } }),
      ['coordinates-swapped /place/position'],
    ],
    [
      'half a position',
      () => checkPlace({ position: { lat: 18.79 } }),
      ['coordinates-outside /place/position'],
    ],
    [
      'a phone in the count',
      () => checkIssue({ affected: '0812345678' }),
      ['pii-phone /issues/0/affected'],
    ],
    [
      'an id in the count',
      () => checkIssue({ affected: 1234567890121 }),
      ['pii-national-id /issues/0/affected'],
    ],
    [
      'a phone in the agency',
      () => check({ respondent: { type: 'agency', agency: 'อบต. 053123456' } }),
      ['pii-phone /respondent/agency'],
    ],
    [
      'a phone in the sub-district',
      () => checkPlace({ subdistrict: 'สุเทพ 053123456' }),
      ['pii-phone /place/subdistrict'],
    ],
    [
      'a name in the detail',
      () => checkIssue({ detail: 'นายสมมติ ตัวอย่างดี แจ้งไว้' }),
      ['pii-possible-name /issues/0/detail'],
    ],
    [
      'a direction override',
      () => checkIssue({ title: 'เน็ต\u202eช้า' }),
      ['control-characters /issues/0/title'],
    ],
    [
      'NUL in the province',
      () => checkPlace({ province: 'เชียง\0ใหม่' }),
      ['control-characters /place/province'],
    ],
    [
      'a lone surrogate',
      () => checkIssue({ detail: 'ก\ud83d' }),
      ['control-characters /issues/0/detail'],
    ],
    ['zero-width characters', () => checkIssue({ title: 'เน็ต\u200b\u200eช้า' }), []],
    [
      'a formula for a title',
      () => checkIssue({ title: '=1+1' }),
      ['formula-like /issues/0/title'],
    ],
    [
      'a full-width formula for an agency',
      () => check({ respondent: { agency: '＠SUM(1)' } }),
      ['formula-like /respondent/agency'],
    ],
    [
      'a formula behind a tab',
      () => checkIssue({ detail: '\t=1+1' }),
      ['formula-like /issues/0/detail'],
    ],
    [
      'a formula behind a quote',
      () => checkIssue({ detail: "'=1+1" }),
      ['formula-like /issues/0/detail'],
    ],
    [
      'a formula in an unknown strategy',
      () => checkIssue({ strategy: '@SUM(1)' }),
      ['formula-like /issues/0/strategy', 'strategy-unknown /issues/0/strategy'],
    ],
    [
      'a formula that is cut away',
      () => checkIssue({ detail: '+66812345678' }),
      ['formula-like /issues/0/detail', 'pii-phone /issues/0/detail'],
    ],
    ['a bullet', () => checkIssue({ detail: '- ข้อแรก' }), []],
    ['a full-width bullet', () => checkIssue({ detail: '＋ ข้อแรก' }), []],
  ];
  for (const [what, run, violations] of single) {
    it(`says ${violations.join(', ') || 'nothing'} about ${what}`, () => {
      const checked = run();
      expect(said(checked)).to.deep.equal(violations);
      expect(checked.response).to.be.an('object');
    });
  }

  const noTitles = [
    '',
    ' \u200b\u00a0',
    '-',
    '–',
    'ไม่มี',
    'ไม่ระบุ',
    'n/a',
    '...',
    '?!',
    '📱',
    '0812345678',
    'a@example.com, 081-234-5678',
    null,
    undefined,
  ];
  for (const title of noTitles) {
    it(`finds no title in ${JSON.stringify(title)}`, () => {
      const codes = checkIssue({ title })
        .violations.filter(({ level }) => level === 'error')
        .map(({ code }) => code);
      expect(codes).to.deep.equal(['missing-title']);
    });
  }
  for (const title of ['ก', 5, '5G', 'ไม่มีสัญญาณ', '<script>alert(1)</script>', 'โทร 0812345678']) {
    it(`finds a title in ${JSON.stringify(title)}`, () =>
      expect(checkIssue({ title }).response).to.be.an('object'));
  }

  const longest: [string, number, (text: string) => Checked][] = [
    ['/issues/0/title', 500, (title) => checkIssue({ title })],
    ['/issues/0/detail', 10_000, (detail) => checkIssue({ detail })],
    ['/place/subdistrict', 300, (subdistrict) => checkPlace({ subdistrict })],
    ['/place/district', 300, (district) => checkPlace({ district })],
    ['/respondent/agency', 300, (agency) => check({ respondent: { agency } })],
    ['/respondent/type', 300, (type) => check({ respondent: { type } })],
    ['/issues/0/strategy', 300, (strategy) => checkIssue({ strategy })],
    ['/issues/0/subPlan', 300, (subPlan) => checkIssue({ subPlan })],
    ['/channelText', 300, (channelText) => check({ channelText })],
  ];
  for (const [pointer, limit, run] of longest) {
    it(`takes ${limit} code points after normalisation at ${pointer}, and not one more`, () => {
      expect(run(`  ${'📱ก'.repeat(limit / 2)}\u200b `).response).to.be.an('object');
      const tooLong = run(`ก${'📱ก'.repeat(limit / 2)}`);
      expect(tooLong.response).to.equal(null);
      expect(tooLong.violations).to.deep.include({
        code: 'text-too-long',
        level: 'error',
        pointer,
        limit,
        length: limit + 1,
      });
    });
  }

  it('does not find a text too long because of the markers in it', () => {
    const title = `${'ก'.repeat(494)}a@b.co`;
    const { response } = checkIssue({ title });
    expect(response?.issues[0]?.title).to.have.length.above(500);
    expect(checkIssue({ title: response?.issues[0]?.title }).response).to.deep.equal(response);
  });

  it('asks for 1 to 20 issues', () => {
    for (const count of [0, 21, 1000]) {
      const { response, violations } = check({ issues: Array(count).fill(issue) });
      expect(response).to.equal(null);
      expect(violations).to.deep.equal([
        { code: 'issues-count', level: 'error', pointer: '/issues', min: 1, max: 20, count },
      ]);
    }
    expect(check({ issues: Array(20).fill(issue) }).response?.issues).to.have.length(20);
    expect(said(check({ issues: undefined }))).to.deep.equal(['issues-count /issues']);
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
      key: 'centres',
      no: 4,
      strategy: 'society',
      nameTh: 'ศูนย์ดิจิทัลชุมชน',
      nameEn: null,
      active: true,
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

  it('cuts personal data out of what is stored, said and shown', () => {
    const phone = '0812345678';
    const { response, violations, safe } = check({
      channelText: `โทร ${phone}`,
      place: { province: 'TH-50', district: `บ้าน ${phone}`, position: { lat: phone, lng: phone } },
      respondent: { type: `คน ${phone}`, agency: phone },
      issues: [
        {
          title: `ก ${phone}`,
          detail: phone,
          strategy: phone,
          subPlan: phone,
          affected: phone,
          severity: 3,
        },
      ],
      answers: { [phone]: [{ a: phone }], n: 812345678, id: 1234567890121 },
    });
    const everything = JSON.stringify([response, violations, safe]);
    expect(everything).to.not.include(phone).and.not.include('1234567890121');
    expect(response?.issues[0]).to.include({ title: 'ก [เบอร์โทร]', detail: '[เบอร์โทร]' });
    expect(response?.answers).to.deep.equal({
      '[เบอร์โทร]': [{ a: '[เบอร์โทร]' }],
      n: 812345678,
      id: '[เลขประชาชน]',
    });
    const refused = check({
      day: phone,
      place: { province: phone },
      issues: [{ title: 'ก', severity: phone }],
    });
    expect(refused.response).to.equal(null);
    expect(JSON.stringify(refused)).to.not.include(phone);
  });

  describe('about values of the wrong kind', () => {
    const wrong: [string, object, string][] = [
      ['a list for a day', { day: ['2026-11-20'] }, '/day'],
      ['a truth for a province', { place: { province: true } }, '/place/province'],
      ['a text for a place', { place: 'TH-50' }, '/place'],
      ['a list for a respondent', { respondent: [] }, '/respondent'],
      ['an object for a title', { issues: [{ ...issue, title: {} }] }, '/issues/0/title'],
      ['a text for an issue', { issues: ['ก'] }, '/issues/0'],
      ['a text for all issues', { issues: 'ก' }, '/issues'],
      ['an object for a severity', { issues: [{ ...issue, severity: {} }] }, '/issues/0/severity'],
      ['a truth for a count', { issues: [{ ...issue, affected: false }] }, '/issues/0/affected'],
      [
        'a list for a latitude',
        { place: { ...raw.place, position: { lat: [], lng: 98.98 } } },
        '/place/position/lat',
      ],
      ['a text for a version', { version: '3' }, '/version'],
      ['half a version', { version: 1.5 }, '/version'],
      ['an unknown channel', { channel: 'pigeon' }, '/channel'],
      ['a list for the answers', { answers: [1] }, '/answers'],
    ];
    for (const [what, over, pointer] of wrong) {
      it(`refuses ${what}`, () => {
        const { response, violations } = check(over);
        expect(response).to.equal(null);
        expect(violations).to.deep.include.members([
          violations.find((v) => v.code === 'wrong-type' && v.pointer === pointer),
        ]);
        expect(violations.map(({ code, pointer: at }) => `${code} ${at}`)).to.include(
          `wrong-type ${pointer}`,
        );
      });
    }

    it('names unknown fields, without what they may say', () => {
      const { response, violations } = check({
        colour: 1,
        place: { ...raw.place, '0812345678': 1 },
      });
      expect(response).to.equal(null);
      expect(violations).to.deep.equal([
        { code: 'unknown-field', level: 'error', pointer: '', field: 'colour' },
        { code: 'unknown-field', level: 'error', pointer: '/place', field: '[เบอร์โทร]' },
      ]);
    });

    it('keeps extra answers within bounds', () => {
      const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`);
      for (const answers of [deep, { many: Array(5_000).fill('ก') }]) {
        expect(said(check({ answers }))).to.deep.equal(['wrong-type /answers']);
      }
      const answers = { 'a/b~c': ['=1'], yes: true, none: null, n: 1.5 };
      expect(check({ answers }).response?.answers).to.deep.equal(answers);
      expect(said(check({ answers }))).to.deep.equal(['formula-like /answers/a~1b~0c/0']);
      expect(said(check({ answers: JSON.parse('{"__proto__":{"a":1}}') }))).to.deep.equal([
        'unknown-field /answers',
      ]);
    });

    it('never throws', () => {
      const anything = fc.oneof(fc.anything(), fc.jsonValue());
      const partly = fc.record(
        {
          version: anything,
          day: anything,
          channel: anything,
          channelText: anything,
          place: fc.oneof(
            anything,
            fc.record({
              province: anything,
              district: anything,
              subdistrict: anything,
              position: anything,
            }),
          ),
          respondent: anything,
          issues: fc.oneof(
            anything,
            fc.array(
              fc.oneof(
                anything,
                fc.record({
                  title: anything,
                  detail: anything,
                  strategy: anything,
                  subPlan: anything,
                  severity: anything,
                  affected: anything,
                }),
              ),
            ),
          ),
          answers: anything,
        },
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(fc.oneof(anything, partly), (input) => {
          const checked = checkResponse(definition, input as RawResponse, context);
          const failed = checked.violations.some(({ level }) => level === 'error');
          expect(checked.response === null).to.equal(failed);
          expect(() => JSON.stringify(checked)).to.not.throw();
        }),
        { numRuns: 1000 },
      );
    });
  });

  const words = fc.oneof(
    fc.constantFrom(
      'สัญญาณหาย',
      'เน็ตช้า',
      '-',
      'ไม่มี',
      ' ',
      '=1+1',
      '- ข้อ',
      'น\u0e4d\u0e49\u0e32ท่วม',
      '\u200b',
      '\u202e',
      'ก\r\nข',
      'อื่น ๆ',
      '7',
      'อ.เมือง',
      'นายสมมติ ตัวอย่างดี',
      'บัตร',
      'บัญชี',
      'ไลน์ abc',
    ),
    anyPersonalData.map(({ text }) => text),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const text = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' '));
  const filled = fc.record({
    day: fc.constantFrom('17/6/2562', '๑๗ มิ.ย. ๖๒', '43633', '', '2026-11-20'),
    channel: fc.constantFrom('form', 'csv', 'citizen', 'api'),
    channelText: text,
    place: fc.record({
      province: fc.constantFrom('จ.เชียงใหม่', 'กทม.', 'Korat', 'ล าปาง', '๕๐', 'นครรำชสีมำ'),
      district: text,
      subdistrict: text,
      position: fc.constantFrom(
        null,
        { lat: 98.98, lng: 18.79 },
        { text: "13°45'30.5\"N 100°30'E" },
        { lat: 0 },
      ),
    }),
    respondent: fc.record({
      type: fc.oneof(text, fc.constantFrom('อบต.', 'citizen')),
      agency: text,
    }),
    issues: fc.array(
      fc.record({
        title: text.map((more) => `เน็ตช้า ${more}`),
        detail: text,
        strategy: fc.oneof(text, fc.constantFrom(3, 'ด้านสังคม')),
        subPlan: text,
        severity: fc.constantFrom(1, '๕', 'มาก', 'มาก (4)', ''),
        affected: fc.oneof(text, fc.constantFrom('2 หมื่น', '1,250 คน', 'ประมาณ 500', 300)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    answers: fc.dictionary(
      text,
      fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 2 })),
      { maxKeys: 3 },
    ),
  });

  it('stores the same when what it has stored is given again', () => {
    fc.assert(
      fc.property(filled, (input) => {
        const { response, violations } = checkResponse(definition, input as RawResponse, context);
        if (response === null)
          return void expect(violations.some(({ level }) => level === 'error')).to.equal(true);
        const rechecked = checkResponse(definition, again(response), context);
        expect(rechecked.response).to.deep.equal(response);
        expect(rechecked.violations.filter(({ level }) => level === 'error')).to.deep.equal([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no personal data anywhere, whichever field it came in', () => {
    const fields: ((text: string) => object)[] = [
      (day) => ({ day }),
      (channelText) => ({ channelText }),
      (province) => ({ place: { province } }),
      (district) => ({ place: { province: 'TH-50', district } }),
      (subdistrict) => ({ place: { province: 'TH-50', subdistrict } }),
      (lat) => ({ place: { province: 'TH-50', position: { lat, lng: '100' } } }),
      (value) => ({ place: { province: 'TH-50', position: { text: value } } }),
      (type) => ({ respondent: { type } }),
      (agency) => ({ respondent: { agency } }),
      ...['title', 'detail', 'strategy', 'subPlan', 'severity', 'affected'].map(
        (field) => (value: string) => ({ issues: [{ ...issue, [field]: value }] }),
      ),
      (value) => ({ answers: { a: [value] } }),
      (key) => ({ answers: { [key]: 1 } }),
      (key) => ({ [`x ${key}`]: 1 }),
    ];
    const around = fc.constantFrom('', 'ติดต่อ ', 'เลข ', '- ');
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        around,
        anyPersonalData,
        (field, before, { text: datum, secret }) => {
          const everything = JSON.stringify(check(field(before + datum)));
          expect(everything.toLowerCase()).to.not.include(secret).and.not.include(datum);
          expect(digitsIn(everything)).to.not.include(/^\d+$/.test(secret) ? secret : 'no digits');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
