import { expect } from 'chai';
import { findOptions, sameOption } from '../../../client/ui/find-options.ts';
import { provinces } from '../../../shared/places/provinces.ts';

const options = provinces.map(({ code, name, abbr }) => ({
  value: code,
  label: name.th,
  note: name.en,
  also: [abbr.th],
}));
const codes = (text: string) => findOptions(options, text).map(({ value }) => value);

describe('finding a choice by typing', () => {
  const first: readonly (readonly [string, string])[] = [
    ['เชียงใหม่', 'TH-50'],
    ['จังหวัด เชียงใหม่', 'TH-50'],
    ['chiang m', 'TH-50'],
    ['ขก', 'TH-40'],
    ['ข.ก.', 'TH-40'],
  ];
  for (const [typed, code] of first) {
    it(`“${typed}” finds ${code} first`, () => expect(codes(typed)[0]).to.equal(code));
  }

  it('puts what begins with it before what contains it', () => {
    const names = findOptions(options, 'นคร').map(({ label }) => label);
    const begins = names.map((name) => name.startsWith('นคร'));
    expect(begins).to.include(true).and.include(false);
    expect(begins.lastIndexOf(true)).to.be.below(begins.indexOf(false));
  });

  it('shows everything for nothing, and nothing for nonsense', () => {
    expect(codes('  ')).to.have.length(77);
    expect(codes('ไทรทองใหญ่')).to.deep.equal([]);
  });

  it('takes only the whole name as said', () => {
    expect(sameOption(options, ' เชียง ใหม่')?.value).to.equal('TH-50');
    expect(sameOption(options, 'เชียง')).to.equal(undefined);
  });
});
