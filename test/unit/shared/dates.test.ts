import { expect } from 'chai';
import fc from 'fast-check';
import { bangkokDay, parseDay } from '../../../shared/text/dates.ts';
import { formatDay } from '../../../shared/text/format-day.ts';
import { vectors } from './vectors.ts';

const today = '2026-11-23';

describe('parseDay', () => {
  for (const { in: raw, date, warn, error } of vectors.days) {
    it(`reads ${JSON.stringify(raw)} as ${date ?? error ?? warn}`, () => {
      const parsed = parseDay(raw, today);
      expect([parsed.day, parsed.warning, parsed.error]).to.deep.equal([date ?? null, warn, error]);
    });
  }

  const good: [string, string, string?][] = [
    ['17-มิ.ย.-62', '2019-06-17'],
    ['17-Jun-19', '2019-06-17', 'date-two-digit-year'],
    ['2019/06/17', '2019-06-17'],
    ['2019/6/17', '2019-06-17'],
    ['17/6-2562', '2019-06-17'],
    ['17.06/2562', '2019-06-17'],
    ['จันทร์ 17 มิ.ย. 2562', '2019-06-17'],
    ['วันศุกร์ที่ 17 มิถุนายน พ.ศ. 2562', '2019-06-17'],
    ['Mon, 17 Jun 2019', '2019-06-17'],
    ['June 17, 2019', '2019-06-17'],
    ['17 มิ. ย. 2562', '2019-06-17'],
    ['17 มิ.ย 2562', '2019-06-17'],
    ['17มิถุนายน2562', '2019-06-17'],
    ['17 มิ.ย. ค.ศ. 2019', '2019-06-17'],
    ['๒๕๖๒-๐๖-๑๗', '2019-06-17'],
    ['17/6/2562 เวลา 14.30 น.', '2019-06-17'],
    ['17/06/2019 2:05 PM', '2019-06-17'],
    ['2019-06-17T23:30', '2019-06-17'],
    ['2019-06-16T20:00:00Z', '2019-06-17'],
    ['2019-06-16T23:30:00+07:00', '2019-06-16'],
    ['2019-06-17T00:30:00+09:00', '2019-06-16'],
    ['2562-06-16T17:00:00.000Z', '2019-06-17'],
    ['Mon Jun 17 2019 00:05:33 GMT+0700 (Indochina Time)', '2019-06-17'],
    ['43633.99', '2019-06-17'],
    ['36526', '2000-01-01'],
    ['42171', '2015-06-16'], // never guessed to be of the 1904 system
    ['17/6/50', '2007-06-17', 'date-two-digit-year'],
    ['17/6/49', '2049-06-17', 'date-two-digit-year'],
    ['17/6/2500', '1957-06-17'],
    ['17/6/1957', '1957-06-17'],
    [today, today],
  ];
  for (const [raw, day, warning] of good) {
    it(`accepts ${raw}`, () => {
      const parsed = parseDay(raw, raw === '17/6/49' ? '2050-01-01' : today);
      expect([parsed.day, parsed.warning, parsed.error]).to.deep.equal([day, warning, undefined]);
    });
  }

  const bad = [
    '17/6',
    'มิ.ย. 2562',
    '17/6/2499',
    '17/6/1956',
    '1/1/2670',
    '1/1/2127',
    '36525',
    '73051',
    '233999',
    '250001',
    '1234567',
    '0/6/2562',
    '32/1/2562',
    '17/13/2562',
    '17/6/256',
    '17 มย. 2562',
    '17 พ.ศ. 2562',
    'พ.ศ. 2019',
    '17/6/พ.ศ.2019',
    '17 มิ.ย. ค.ศ. 2562',
    '31/6/2562',
    '17/6/2562 17/6/2562',
    'ไม่แน่ใจ',
  ];
  for (const raw of bad) {
    it(`refuses ${raw}`, () => {
      expect(parseDay(raw, today)).to.deep.equal({ day: null, error: 'invalid-date' });
    });
  }

  for (const raw of ['2026-11-24', '24/11/2569', '1/1/2642', '2099-01-01', '31/12/2669', '73050']) {
    it(`tells that ${raw} is still to come`, () => {
      expect(parseDay(raw, today).error).to.equal('date-in-future');
    });
  }

  for (const raw of ['', '-', '–', 'ไม่ระบุ', 'N/A', ' \u200b', null, undefined]) {
    it(`takes ${JSON.stringify(raw)} as no answer`, () => {
      expect(parseDay(raw, today)).to.deep.equal({ day: null, warning: 'date-missing' });
    });
  }

  it('takes a serial as a number too', () => {
    expect(parseDay(43633, today).day).to.equal('2019-06-17');
    expect(parseDay(241960, today)).to.deep.equal({ day: '2019-06-17', warning: 'date-serial-be' });
  });

  it('reads back every day as it prints it, in both languages', () => {
    const days = fc.integer({ min: -4500, max: 20_000 });
    fc.assert(
      fc.property(days, fc.constantFrom('th' as const, 'en' as const), (number, language) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(parseDay(formatDay(day, language), '2100-01-01')).to.deep.equal({ day });
        expect(parseDay(day, '2100-01-01')).to.deep.equal({ day });
      }),
    );
  });

  it('never throws and gives a calendar day or a reason', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0129/.-: มิย.พศTZ+eJun'), maxLength: 25 });
    fc.assert(
      fc.property(text, (raw) => {
        const { day, error, warning } = parseDay(raw, today);
        if (day === null) expect(error ?? warning).to.be.a('string');
        else expect(new Date(day).toISOString().slice(0, 10)).to.equal(day);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('formatDay', () => {
  it('prints the Buddhist year in Thai', () => {
    expect(formatDay('2019-06-17', 'th')).to.equal('17 มิ.ย. 2562');
    expect(formatDay('2019-06-17', 'en')).to.equal('17 Jun 2019');
  });
});

describe('bangkokDay', () => {
  it('turns at midnight in Bangkok, 17:00 UTC', () => {
    expect(bangkokDay(new Date('2019-06-16T16:59:59.999Z'))).to.equal('2019-06-16');
    expect(bangkokDay(new Date('2019-06-16T17:00:00Z'))).to.equal('2019-06-17');
  });
});
