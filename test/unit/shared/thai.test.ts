import { expect } from 'chai';
import fc from 'fast-check';
import {
  cleanText,
  compareThai,
  countCodePoints,
  normaliseLine,
  normaliseText,
  toWesternDigits,
} from '../../../shared/text/thai.ts';
import { vectors } from './vectors.ts';

describe('normaliseText', () => {
  for (const { in: raw, out } of vectors.normalise) {
    it(`spells ${JSON.stringify(raw)} as ${out}`, () => {
      expect(normaliseText(raw)).to.equal(out);
    });
  }

  const cases: [string, string, string][] = [
    ['the four ways to store น้ำ: as usual', 'น้ำ', 'น\u0e49\u0e33'],
    ['nikhahit after the tone', 'น\u0e49\u0e4d\u0e32', 'น\u0e49\u0e33'],
    ['nikhahit before the tone', 'น\u0e4d\u0e49\u0e32', 'น\u0e49\u0e33'],
    ['nikhahit after sara aa', 'น\u0e49\u0e32\u0e4d', 'น\u0e49\u0e33'],
    ['a tone typed after sara am', 'น\u0e33\u0e49', 'น\u0e49\u0e33'],
    ['a doubled vowel', 'ชลบ\u0e38\u0e38รี', 'ชลบุรี'],
    ['thanthakhat before the vowel', 'กาฬสินธ\u0e4c\u0e38', 'กาฬสินธุ์'],
    ['no-break and other spaces', 'ก\u00a0\u2003ข\u3000ค', 'ก ข ค'],
    ['zero-width characters and soft hyphens', '\ufeffก\u200bข\u00adค\u2060', 'กขค'],
    ['marks of direction', 'ก\u200eข\u202eค\u2066ง', 'กขคง'],
    ['a family of emoji', 'บ้าน 👨\u200d👩\u200d👧 เรา', 'บ้าน 👨\u200d👩\u200d👧 เรา'],
    ['a joiner between letters', 'ก\u200dข', 'กข'],
    ['emoji outside the basic plane', 'มือถือ 📱', 'มือถือ 📱'],
    ['NUL and other controls', 'a\0b\x07c\x7fd', 'abcd'],
    ['a lone surrogate', 'ก\ud800ข\udc00', 'กข'],
    ['line breaks of all kinds', 'ก\r\nข\rค\nง\u2028จ', 'ก\nข\nค\nง\nจ'],
    ['spaces around line breaks', ' ก  \n  ข\t\n', 'ก\nข'],
    ['two composed ways of writing é', 'cafe\u0301', 'café'],
    ['ordinary words', 'ที่นี่มีปัญหา', 'ที่นี่มีปัญหา'],
    ['real spaces between words', 'ไป มา', 'ไป มา'],
  ];
  for (const [what, raw, out] of cases) {
    it(`tidies ${what}`, () => expect(normaliseText(raw)).to.equal(out));
  }

  const thaiSoup = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'กนาำเแโ่้๊๋์ํ๎ัิีึืฺุู็๏ \n\t\u200b\u200d\u00a0\u0301\u0338👨\ufe0f\ud800'.split('')),
        fc.string({ unit: 'binary', maxLength: 2 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(thaiSoup, (raw) => {
        const once = cleanText(raw).text;
        expect(cleanText(once)).to.deep.equal({ text: once, controls: false });
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing the second time when a moved tone makes a run of marks too long', () => {
    const once = cleanText('\u0E4D\u0338\u0E36\u0E31\u0E32\u0E4D\u0E4A').text;
    expect(cleanText(once)).to.deep.equal({ text: once, controls: false });
  });

  it('passes over nothing that its steps would change', () => {
    fc.assert(
      fc.property(thaiSoup, (raw) => {
        // the zero-width space makes sure that the steps are run
        expect(normaliseText(`${raw}|`)).to.equal(normaliseText(`${raw}|\u200b`));
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick on any run of 10,000 characters', () => {
    for (const unit of ['ำ่', '่ี', 'ํา', 'เเ', ' \n', '\u200d', 'é', '👨\u200d', '่้', '\r']) {
      const started = performance.now();
      normaliseText(unit.repeat(10_000 / unit.length));
      expect(performance.now() - started, JSON.stringify(unit)).to.be.below(2500);
    }
  });
});

describe('cleanText', () => {
  const cases: [string, string, boolean][] = [
    ['direction overrides', 'ก\u202eข', true],
    ['isolates', 'ก\u2067ข', true],
    ['NUL', 'ก\0ข', true],
    ['escape', 'ก\x1bข', true],
    ['a lone surrogate', 'ก\udfffข', true],
    ['marks of direction alone', 'ก\u200e\u200fข', false],
    ['zero-width characters', 'ก\u200bข', false],
    ['a byte order mark', '\ufeffก', false],
    ['tab, CR and LF', 'ก\tข\r\nค\rง', false],
    ['plain text', 'กข', false],
  ];
  for (const [what, raw, controls] of cases) {
    it(`${controls ? 'tells of' : 'says nothing about'} ${what}`, () => {
      expect(cleanText(raw).controls).to.equal(controls);
    });
  }
});

describe('normaliseLine', () => {
  it('puts several lines on one', () => expect(normaliseLine('ก \n\n ข')).to.equal('ก ข'));
});

describe('toWesternDigits', () => {
  it('reads Thai and full-width digits', () => {
    expect(toWesternDigits('๐๑๒๓๔๕๖๗๘๙ ０９ 5')).to.equal('0123456789 09 5');
  });
});

describe('compareThai', () => {
  for (const { sort, expect: expected } of vectors.sort) {
    it('sorts like a dictionary, Latin after Thai', () => {
      expect([...sort].sort(compareThai)).to.deep.equal(expected);
    });
  }
  it('sorts numbers by their value, of both kinds', () => {
    expect(['๑๐', '2', '๑', '11'].sort(compareThai)).to.deep.equal(['๑', '2', '๑๐', '11']);
  });
});

describe('countCodePoints', () => {
  it('counts an emoji once and a mark by itself', () => {
    expect(countCodePoints('ที่📱')).to.equal(4);
  });
});
