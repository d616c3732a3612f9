import { expect } from 'chai';
import type { Checked } from '../../../shared/survey/check-response.ts';
import { check, checkIssue, checkPlace, issue, said } from './response-to-check.ts';

describe('checkResponse, value by value', () => {
  const single: [string, () => Checked, string[]][] = [
    ['no day', () => check({ day: null }), ['date-missing /day']],
    ['no day at all', () => check({ day: undefined }), ['date-missing /day']],
    ['a two-digit year', () => check({ day: '3/11/69' }), ['date-two-digit-year /day']],
    ['a day of more than 3 years ago', () => check({ day: '22/11/2566' }), ['date-long-ago /day']],
    ['the day 3 years ago', () => check({ day: '23/11/2566' }), []],
    ['a day of 20 years ago', () => check({ day: '23/11/2549' }), ['date-long-ago /day']],
    ['one day more', () => check({ day: '22/11/2549' }), ['date-implausible /day']],
    [
      'an error of a spreadsheet in the detail',
      () => checkIssue({ detail: '#ref!' }),
      ['spreadsheet-error /issues/0/detail'],
    ],
    [
      'an error of a spreadsheet in place of a severity',
      () => checkIssue({ severity: '#N/A' }),
      ['spreadsheet-error /issues/0/severity', 'severity-missing /issues/0/severity'],
    ],
    [
      'a column too narrow for its date',
      () => check({ day: '########' }),
      ['spreadsheet-error /day', 'date-missing /day'],
    ],
    [
      'Thai that became question marks before',
      () => checkIssue({ detail: '????? ???' }),
      ['damaged-text /issues/0/detail'],
    ],
    [
      'characters that were lost before',
      () => checkIssue({ detail: 'เน็ต\uFFFD\uFFFDช้า' }),
      ['damaged-text /issues/0/detail'],
    ],
    ...['0', '12.', 'TRUE', '๓', 'ใช่'].map((title): [string, () => Checked, string[]] => [
      `“${title}” for a title`,
      () => checkIssue({ title }),
      ['title-no-words /issues/0/title'],
    ]),
    ['5G for a title', () => checkIssue({ title: '5G' }), []],
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
    ['/issues/0/suggestion', 10_000, (suggestion) => checkIssue({ suggestion })],
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
});
