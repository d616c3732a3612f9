import { expect } from 'chai';
import fc from 'fast-check';
import { districtsOf } from '../../../shared/places/districts.ts';
import { findDistrict } from '../../../shared/places/find-district.ts';
import { findProvince } from '../../../shared/places/find-province.ts';
import {
  provinceByCode,
  provinces,
  provincesInRegion,
  regions,
} from '../../../shared/places/provinces.ts';
import { vectors } from './vectors.ts';

describe('provinces', () => {
  it('are 77, in order, each in one of six regions', () => {
    expect(provinces).to.have.length(77);
    expect(provinces.map(({ code }) => code)).to.deep.equal(
      [...new Set(provinces.map(({ code }) => code))].sort(),
    );
    const sizes = Object.fromEntries(regions.map(({ id }) => [id, provincesInRegion(id).length]));
    expect(sizes).to.deep.equal({
      north: 9,
      northeast: 20,
      central: 22,
      east: 7,
      west: 5,
      south: 14,
    });
  });

  it('have the registered population of the Royal Gazette in all', () => {
    expect(provinces.reduce((sum, { population }) => sum + population, 0)).to.equal(66_558_935);
  });

  it('are found by their codes', () => {
    expect(provinceByCode('TH-50')?.name.th).to.equal('เชียงใหม่');
    expect(provinceByCode('TH-S')).to.equal(undefined);
    expect(provinceByCode('constructor')).to.equal(undefined);
  });
});

describe('findProvince', () => {
  for (const { in: raw, code, pass, error } of vectors.provinces) {
    it(`reads ${JSON.stringify(raw)} as ${code ?? error}`, () => {
      const found = findProvince(raw);
      if (error) expect(found.error).to.equal(error);
      else expect(found).to.deep.equal({ code, pass: pass ?? 'exact' });
    });
  }

  it('knows each province by all its names, with what people put around them', () => {
    for (const { code, name: of, abbr, spellings } of provinces) {
      const names = [of.th, of.en, abbr.en, code, code.slice(3), ...spellings];
      for (const name of [...names, `จ.${of.th}`, `จังหวัด ${of.th}`, `จว.${of.th}`, `${of.th}ฯ`]) {
        expect(findProvince(name), name).to.deep.equal({ code, pass: 'exact' });
      }
      for (const name of [
        `${of.en} Province`,
        `Changwat ${of.en}`,
        of.en.toUpperCase(),
        of.en.replaceAll(' ', ''),
      ]) {
        expect(findProvince(name), name).to.deep.equal({ code, pass: 'exact' });
      }
      expect(findProvince(abbr.th), abbr.th).to.include({ code });
    }
  });

  it('reads a name without its marks loosely, and never as another province', () => {
    const marks = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g;
    for (const { code, name } of provinces) {
      const bare = name.th.replace(marks, '').replaceAll('ำ', 'า');
      const found = findProvince(bare);
      if (bare.length >= 4) expect(found, bare).to.include({ code });
      else expect(found.error === undefined ? found.code : code, bare).to.equal(code);
    }
  });

  const found: [string | number, string, string?][] = [
    ['จ.บ.', 'TH-22', 'abbr'],
    ['จ.ขก', 'TH-40', 'abbr'],
    ['จ. ข.ก.', 'TH-40', 'abbr'],
    ['๕๐', 'TH-50'],
    ['TH-๕๐', 'TH-50'],
    ['th50', 'TH-50'],
    [50, 'TH-50'],
    ['ก.ท.ม.', 'TH-10'],
    ['กรุงเทพ ฯ', 'TH-10'],
    ['กาฬสินธ์ุ', 'TH-46'],
    ['เชียงใหม่ (Chiang Mai)', 'TH-50', 'loose'],
    ['40 ขอนแก่น', 'TH-40', 'loose'],
    ['TH-40 ขอนแก่น', 'TH-40', 'loose'],
    ['(40) ขอนแก่น', 'TH-40', 'loose'],
    ['40-ขอนแก่น', 'TH-40', 'loose'],
    ['ขอนแก่น ๔๐', 'TH-40', 'loose'],
    ['Khon Kaen 40', 'TH-40', 'loose'],
    ['40.0', 'TH-40', 'loose'],
    ['ขอนแก่น 40000', 'TH-40', 'loose'],
    ['ขอนแก่น40000', 'TH-40', 'loose'],
    ['สมุทรปราการ 10270', 'TH-11', 'loose'],
    ['นนทบุรี 11000', 'TH-12', 'loose'],
    ['อ.เมือง จ.ขอนแก่น', 'TH-40', 'loose'],
    ['อำเภอพล จังหวัดขอนแก่น', 'TH-40', 'loose'],
    ['ต.ในเมือง อ.เมือง จ.ขอนแก่น 40000', 'TH-40', 'loose'],
    ['เขตดุสิต กทม. 10300', 'TH-10', 'loose'],
    ['อ ำนำจเจรญ', 'TH-37', 'loose'],
    ['กรุงเทพมหำนคร', 'TH-10', 'loose'],
    ['สงิห์บุรี', 'TH-17', 'loose'],
  ];
  for (const [raw, code, pass = 'exact'] of found) {
    it(`takes ${raw} for ${code}`, () => {
      expect(findProvince(raw, districtsOf)).to.deep.equal({ code, pass });
    });
  }

  const disagreeing: [string, string[]][] = [
    ['41 ขอนแก่น', ['TH-40', 'TH-41']],
    ['99 ขอนแก่น', ['TH-40']],
    ['ขอนแก่น 50000', ['TH-40', 'TH-50']],
    ['ขอนแก่น (Udon Thani)', ['TH-40', 'TH-41']],
    ['อ.แม่ริม จ.ขอนแก่น', ['TH-40']],
  ];
  for (const [raw, candidates] of disagreeing) {
    it(`asks about ${raw}, whose parts disagree`, () => {
      const found = { error: 'ambiguous-province', candidates };
      expect(findProvince(raw, districtsOf)).to.deep.equal(found);
    });
  }

  for (const raw of [
    '',
    ' \u200b',
    '-',
    '–',
    'ไม่มี',
    'ไม่ระบุ',
    'ไม่ทราบ',
    'N/A',
    'n/a',
    'จังหวัด',
    'จ.',
    'Changwat',
  ]) {
    it(`takes ${JSON.stringify(raw)} as none given`, () => {
      expect(findProvince(raw)).to.deep.equal({ error: 'missing-province' });
    });
  }

  const hints = {
    พัทยา: 'TH-20',
    เมืองพัทยา: 'TH-20',
    หัวหิน: 'TH-77',
    หาดใหญ่: 'TH-90',
    แม่สอด: 'TH-63',
    'Hat Yai': 'TH-90',
  };
  for (const [city, hint] of Object.entries(hints)) {
    it(`says which province ${city} lies in, without taking it`, () => {
      expect(findProvince(city)).to.deep.equal({ error: 'unknown-province', hint });
    });
  }

  for (const raw of [
    'ไทรทองใหญ่',
    'เมือง',
    'ต่างประเทศ',
    'เขมร',
    'xx',
    '99',
    '7',
    '4.0',
    '40000',
    '40 xyz',
    'อ.เมือง',
    'ที่เลย',
    'เลยไป',
  ]) {
    it(`does not know ${raw}`, () => {
      expect(findProvince(raw)).to.deep.equal({ error: 'unknown-province' });
    });
  }

  const ambiguous = [
    'นคร',
    'สมุทร',
    'เพชร',
    'หนองบัว',
    'เชียง',
    'Nakhon',
    'Samut',
    'Phet',
    'Nong Bua',
    'Chiang',
  ];
  for (const name of ambiguous) {
    it(`asks which province ${name} is, also with ฯ and จังหวัด`, () => {
      for (const raw of [name, `${name}ฯ`, `จังหวัด${name}`]) {
        expect(findProvince(raw).error, raw).to.equal('ambiguous-province');
      }
    });
  }

  it('names the candidates', () => {
    expect(findProvince('เพชร')).to.deep.equal({
      error: 'ambiguous-province',
      candidates: ['TH-67', 'TH-76'],
    });
  });

  const two = [
    'เชียงใหม่ ลำพูน',
    'เชียงใหม่, ลำพูน',
    'เชียงใหม่/ลำพูน',
    'เชียงใหม่และลำพูน',
    'จ.เชียงใหม่ จ.ลำพูน',
    'ชม/ลพ',
    'Chiang Mai and Lamphun',
    'เชียงใหม่-ลำพูน',
    'เชียงใหม่\nลำพูน',
  ];
  for (const raw of two) {
    it(`does not choose between the two of ${JSON.stringify(raw)}`, () => {
      expect(findProvince(raw).error).to.equal('ambiguous-province');
    });
  }

  it('never throws, and knows only the 77', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'กขคงจ.ชมยเใหม่ฯ/ -') })),
        (raw) => {
          const answer = findProvince(raw);
          if (answer.error === undefined) expect(provinceByCode(answer.code)).to.be.an('object');
        },
      ),
    );
  });

  it('is quick about long cells', () => {
    const started = performance.now();
    for (const raw of ['เลย'.repeat(3_000), 'ก/'.repeat(5_000), 'จ.'.repeat(5_000)])
      findProvince(raw);
    expect(performance.now() - started).to.be.below(2500);
  });
});

describe('districts', () => {
  it('are 928 with codes of their provinces', () => {
    const all = provinces.flatMap(({ code }) =>
      districtsOf(code).map((district) => ({ ...district, province: code })),
    );
    expect(all).to.have.length(928);
    expect(new Set(all.map(({ code }) => code)).size).to.equal(928);
    for (const { code, province } of all) expect(`TH-${code.slice(0, 2)}`).to.equal(province);
    expect(districtsOf('TH-10')).to.have.length(50);
    expect(districtsOf('TH-99')).to.deep.equal([]);
    expect(districtsOf('__proto__')).to.deep.equal([]);
  });

  const cases: [string, string, string | undefined][] = [
    ['TH-50', 'เมืองเชียงใหม่', '5001'],
    ['TH-50', 'อ.เมือง', '5001'],
    ['TH-50', 'เมือง', '5001'],
    ['TH-50', 'Mueang', '5001'],
    ['TH-14', 'เมือง', '1401'],
    ['TH-50', 'อำเภอ แม่ริม', '5007'],
    ['TH-50', 'mae rim district', '5007'],
    ['TH-10', 'เขตพระนคร', '1001'],
    ['TH-10', 'เมือง', undefined],
    ['TH-50', 'ปาย', undefined],
    ['TH-50', 'อำเภอที่ไม่มี', undefined],
  ];
  for (const [province, text, code] of cases) {
    it(`finds ${text} of ${province}: ${code ?? 'none'}`, () => {
      expect(findDistrict(text, districtsOf(province))?.code).to.equal(code);
    });
  }

  it('are found by their own names in both languages', () => {
    for (const { code } of provinces) {
      const districts = districtsOf(code);
      for (const district of districts) {
        expect(findDistrict(district.name.th, districts)).to.equal(district);
        expect(findDistrict(district.name.en, districts)?.name.en).to.equal(district.name.en);
      }
    }
  });
});
