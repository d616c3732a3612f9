// A survey's own questions: what each kind reads, refuses and stores.
import { expect } from 'chai';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import type { ExtraQuestion } from '../../../shared/survey/definition.ts';
import { oneOfEachKind } from '../../support/extra-questions.ts';
import { check, context, definition, raw, said } from './response-to-check.ts';

const answered = (answers: object) => check({ answers });

describe('checkResponse, about a survey’s own questions', () => {
  const read: [what: string, key: string, given: unknown, stored: unknown][] = [
    ['a text, tidy', 'wish', '  น\u0e4d้าประปา\u200b ', 'น้ำประปา'],
    ['a number for a text', 'wish', 12, '12'],
    ['Thai digits', 'households', '๑,๒๕๐', 1250],
    ['a number', 'households', 40, 40],
    ['a decimal', 'households', '12.5', 12.5],
    ['an option by its key', 'signal', 'weak', 'weak'],
    ['an option by its Thai name', 'signal', 'อ่อน ขาดหายบ่อย', 'weak'],
    ['an option by its English name, loosely', 'signal', 'weak,  OFTEN lost', 'weak'],
    ['an option that elsewhere says no answer', 'signal', 'ไม่มี', 'none'],
    ['a list of keys, in the order of the options', 'devices', ['tv', 'phone'], ['phone', 'tv']],
    ['names in one cell', 'devices', 'โทรทัศน์; โทรศัพท์มือถือ', ['phone', 'tv']],
    ['names that hold a comma', 'devices', 'Television, Computer, tablet', ['computer', 'tv']],
    ['the same twice', 'devices', 'tv|tv', ['tv']],
    ['a Buddhist year', 'since', '17 มิ.ย. ๒๕๖๒', '2019-06-17'],
    ['a day to come', 'since', '2029-02-01', '2029-02-01'],
    ['a truth', 'centre', false, false],
    ['yes', 'centre', 'ใช่', true],
    ['มี', 'centre', 'มี', true],
    ['ไม่มี', 'centre', 'ไม่มี', false],
  ];
  for (const [what, key, given, stored] of read) {
    it(`reads ${what}`, () => {
      const { response, violations } = answered({ [key]: given });
      expect(violations).to.deep.equal([]);
      expect(response?.answers).to.deep.equal({ [key]: stored });
    });
  }

  const wrong: [what: string, key: string, given: unknown, code: string][] = [
    ['a text that is too long', 'wish', 'ก'.repeat(41), 'text-too-long'],
    ['a word for a number', 'households', 'หลายหลัง', 'not-a-number'],
    ['a number below the least', 'households', 0, 'out-of-range'],
    ['a number above the most', 'households', '5,001', 'out-of-range'],
    ['no option', 'signal', 'แรงมาก', 'not-an-option'],
    ['one of several that is no option', 'devices', 'phone; พัดลม', 'not-an-option'],
    ['a day that does not exist', 'since', '29/2/2562', 'invalid-date'],
    ['a day before the first', 'since', '31/12/2557', 'out-of-range'],
    ['a day after the last', 'since', '2031-01-01', 'out-of-range'],
    ['neither yes nor no', 'centre', 'ครึ่งหนึ่ง', 'not-an-option'],
    ['an object', 'wish', {}, 'wrong-type'],
    ['a list for one answer', 'signal', ['good'], 'wrong-type'],
    ['an object among several', 'devices', [{}], 'wrong-type'],
    ['a truth for a number', 'households', true, 'wrong-type'],
  ];
  for (const [what, key, given, code] of wrong) {
    it(`refuses ${what}`, () => {
      const { response, violations } = answered({ [key]: given });
      expect(response).to.equal(null);
      expect(violations.map((one) => `${one.level} ${one.code}`)).to.deep.equal([`error ${code}`]);
      expect(violations[0]?.pointer).to.match(new RegExp(`^/answers/${key}`));
    });
  }

  it('says the limits that were passed', () => {
    expect(answered({ households: 0 }).violations).to.deep.equal([
      {
        code: 'out-of-range',
        level: 'error',
        pointer: '/answers/households',
        value: 0,
        min: 1,
        max: 5000,
      },
    ]);
  });

  it('stores nothing for no answer', () => {
    const nothing = { wish: '-', households: '', signal: null, devices: [], since: 'ไม่ระบุ' };
    expect(answered({ ...nothing, centre: undefined }).response?.answers).to.deep.equal({});
  });

  it('takes a personal number out of a number, and remarks it', () => {
    const checked = answered({ households: '0812345678' });
    expect(said(checked)).to.deep.equal(['pii-phone /answers/households']);
    expect(checked.response?.answers).to.deep.equal({});
  });

  it('reads a cell of 100,000 pieces at once', () => {
    const started = performance.now();
    const { violations } = answered({ devices: 'ก,'.repeat(100_000) });
    expect(violations.map(({ code }) => code)).to.include('not-an-option');
    expect(performance.now() - started).to.be.lessThan(5000);
  });
});

describe('checkResponse, about what the definition asks for', () => {
  const asking = (over: Partial<ExtraQuestion> & { pointer: string }) => ({
    ...definition,
    questions: definition.questions.map((question) =>
      question.pointer === over.pointer ? { ...question, ...over } : question,
    ),
  });
  const required: [pointer: string, given: object, at: string][] = [
    ...oneOfEachKind.map(({ pointer }): [string, object, string] => [pointer, {}, pointer]),
    ['/day', { day: '-' }, '/day'],
    ['/place/subdistrict', { place: { province: 'TH-50' } }, '/place/subdistrict'],
    ['/place/position', { place: { province: 'TH-50' } }, '/place/position'],
    ['/respondent/type', { respondent: {} }, '/respondent/type'],
    ['/issues/-/severity', { issues: [{ title: 'ก' }] }, '/issues/0/severity'],
    ['/issues/-/affected', { issues: [{ title: 'ก' }] }, '/issues/0/affected'],
    ['/issues/-/detail', { issues: [{ title: 'ก', detail: '…' }] }, '/issues/0/detail'],
  ];
  for (const [pointer, over, at] of required) {
    it(`refuses no answer at ${pointer} when it is required`, () => {
      const strict = asking({ pointer, required: true });
      const { violations } = checkResponse(strict, { ...raw, ...over }, context);
      const errors = violations.filter(({ level }) => level === 'error');
      expect(errors).to.deep.equal([{ code: 'answer-missing', level: 'error', pointer: at }]);
    });
  }

  it('keeps the codes of province and title, and asks for them whatever the definition says', () => {
    const lax = asking({ pointer: '/issues/-/title', required: false });
    const { violations } = checkResponse(lax, { issues: [{}] }, context);
    expect(
      violations.filter(({ level }) => level === 'error').map(({ code }) => code),
    ).to.deep.equal(['missing-province', 'missing-title']);
  });

  it('calls a wrong answer wrong, and not missing as well', () => {
    const strict = asking({ pointer: '/answers/signal', required: true });
    const answers = { signal: 'แรงมาก' };
    expect(said(checkResponse(strict, { ...raw, answers }, context))).to.deep.equal([
      'not-an-option /answers/signal',
    ]);
  });

  it('takes a shorter text from the definition, never a longer one', () => {
    const title = (length: number) => ({
      ...raw,
      issues: [{ title: 'ก'.repeat(length), severity: 1 }],
    });
    const shorter = asking({ pointer: '/issues/-/title', maxLength: 10 });
    const longer = asking({ pointer: '/issues/-/title', maxLength: 100_000 });
    expect(said(checkResponse(shorter, title(11), context))).to.deep.equal([
      'text-too-long /issues/0/title',
    ]);
    expect(said(checkResponse(longer, title(501), context))).to.deep.equal([
      'text-too-long /issues/0/title',
    ]);
  });
});
