// Words of rules, as people type them, in titles, as people type them.
import { expect } from 'chai';
import fc from 'fast-check';
import { linkMatcher, passesRule, wordsThatLink } from '../../../../shared/plan/link-rule.ts';
import { findWord, soughtWord } from '../../../../shared/plan/rule-words.ts';
import { normaliseLine } from '../../../../shared/text/thai.ts';

/** the part of the title that says the word; undefined: it does not */
function found(word: string, title: string): string | undefined {
  const sought = soughtWord(word);
  if (!sought) expect.fail(`${word} is looked for`);
  const line = normaliseLine(title);
  const at = findWord(line, sought);
  return at && line.slice(at.from, at.to);
}

describe('the words of a rule', () => {
  it('are found inside longer ones, whatever the spaces, marks, capitals and digits', () => {
    expect(found('ศูนย์ดิจิทัล', 'ขอศูนย์ดิจิทัลชุมชนในตำบล')).to.equal('ศูนย์ดิจิทัล');
    expect(found('ศูนย์ดิจิทัลชุมชน', 'ศูนย์ ดิจิทัล  ชุมชน ปิดบ่อย')).to.equal('ศูนย์ ดิจิทัล ชุมชน');
    expect(found('ศูนย์ ดิจิทัล', 'ศูนย์​ดิจิทัล')).to.equal('ศูนย์ดิจิทัล');
    // sara am in two signs, a tone before its vowel, sara e twice
    expect(found('น้ำท่วม', 'น้ํา\u0E17\u0E48\u0E27\u0E21 ทุกปี')).to.equal('น้ำท่วม');
    expect(found('แพง', 'เเพงมาก')).to.equal('แพง');
    expect(found('WIFI 5g', 'ไม่มี WiFi5G')).to.equal('WiFi5G');
    expect(found('5G', 'สัญญาณ ๕G')).to.equal('๕G');
  });

  it('cut no Latin word, no number and no letter from its marks', () => {
    expect(found('ai', 'training for villagers')).to.equal(undefined);
    expect(found('ai', 'อบรม AI ให้ผู้สูงอายุ')).to.equal('AI');
    expect(found('ai', 'ใช้AIช่วย')).to.equal('AI');
    expect(found('data base', 'no database here')).to.equal('database');
    expect(found('15', 'หมู่ 150')).to.equal(undefined);
    expect(found('กน', 'กนิษฐา')).to.equal(undefined);
    expect(found('จด', 'จดหมาย')).to.equal('จด');
  });

  it('in quotation marks are whole words', () => {
    expect(found('"ยา"', 'ยาหมดบ่อย')).to.equal('ยา');
    expect(found('"ยา"', 'พยาบาลไม่พอ')).to.equal(undefined);
    expect(found('ยา', 'พยาบาลไม่พอ')).to.equal('ยา');
    expect(found('“ศูนย์ดิจิทัล”', 'ศูนย์ดิจิทัลปิด')).to.equal('ศูนย์ดิจิทัล');
  });

  it('are looked for when they have two letters', () => {
    for (const word of ['', '  ', 'ก', '"ก"', '--', '!!', '"'])
      expect(soughtWord(word)).to.equal(undefined);
    expect(soughtWord('กข')).to.deep.equal({ plain: 'กข', isWhole: false });
  });

  it('are found wherever a text was put together with them, and marked there', () => {
    const part = fc.string({ unit: fc.constantFrom('ก', 'า', ' ', 'ที่', 'x', '1', 'ๆ', '-', 'é') });
    fc.assert(
      fc.property(part, part, (before, after) => {
        const line = normaliseLine(`${before} -เสาสัญญาณ- ${after}`);
        const at = findWord(line, { plain: 'เสาสัญญาณ', isWhole: false });
        expect(at && line.slice(at.from, at.to)).to.equal('เสาสัญญาณ');
      }),
    );
  });
});

describe('a rule', () => {
  const issue = {
    title: 'ศูนย์ดิจิทัลชุมชนปิด',
    detail: 'ไม่มีเจ้าหน้าที่',
    strategy: 'society',
    subPlan: null,
    severity: 3,
  } as const;
  const terms = {
    filters: {},
    words: ['ศูนย์', 'เจ้าหน้าที่'],
    match: 'any',
    where: 'title',
    subPlan: '3.1',
  } as const;
  const marks = (over: object) => wordsThatLink(linkMatcher({ ...terms, ...over }), issue)?.length;

  it('looks in the title, or in the detail too, for one of its words or for all', () => {
    expect(marks({})).to.equal(1);
    expect(marks({ match: 'all' })).to.equal(undefined);
    expect(marks({ match: 'all', where: 'text' })).to.equal(1);
    expect(marks({ words: ['เจ้าหน้าที่'] })).to.equal(undefined);
    expect(marks({ words: ['เจ้าหน้าที่'], where: 'text' })).to.equal(0);
  });

  it('holds to its filters', () => {
    expect(marks({ filters: { strategy: ['society'], severity: ['3'] } })).to.equal(1);
    expect(marks({ filters: { strategy: ['trust', 'none'] } })).to.equal(undefined);
    const response = {
      place: { province: 'TH-50' },
      respondent: { type: null },
      channel: 'csv',
      day: '2026-11-20',
    } as const;
    const passes = (filters: object, over: object = {}) =>
      passesRule({ filters }, { ...response, ...over });
    expect(
      passes({ province: ['TH-50'], region: ['north'], respondent: ['none'], channel: ['csv'] }),
    ).to.equal(true);
    for (const filters of [
      { province: ['none'] },
      { region: ['south'] },
      { respondent: ['citizen'] },
      { channel: ['form'] },
    ])
      expect(passes(filters), JSON.stringify(filters)).to.equal(false);
    expect(passes({ from: '2026-11-20', to: '2026-11-20' })).to.equal(true);
    expect(passes({ from: '2026-11-21' })).to.equal(false);
    expect(passes({ to: '2026-12-31' }, { day: null })).to.equal(false);
    expect(passes({ province: ['none'] }, { place: { province: 'none' } })).to.equal(true);
  });
});
