import { expect } from 'chai';
import { parsePeople } from '../../../shared/text/numbers.ts';
import { vectors } from './vectors.ts';

describe('parsePeople', () => {
  for (const { in: raw, people, warn } of vectors.people) {
    it(`reads ${JSON.stringify(raw)} as ${people ?? warn ?? 'no answer'}`, () => {
      const parsed = parsePeople(raw);
      expect([parsed.people, parsed.warning]).to.deep.equal([people, warn]);
    });
  }

  const approximate = 'affected-approximate';
  const cases: [string | number | null, number | null, string?][] = [
    ['2 หมื่น', 20_000],
    ['1.5 ล้าน', 1_500_000],
    ['1.1 ล้าน', 1_100_000],
    ['3 ร้อย', 300],
    ['4พัน', 4_000],
    ['8 แสนคน', 800_000],
    ['300.0', 300],
    ['300.00 คน', 300],
    ['300 ราย', 300],
    ['1 person', 1],
    ['300 people', 300],
    ['300 Persons', 300],
    ['จำนวน 300 คน', 300],
    ['๓๐๐', 300],
    ['０３００', 300],
    ['0', 0],
    [300, 300],
    [0, 0],
    ['70000000', 70_000_000],
    ['500+', 500, approximate],
    ['กว่า 500', 500, approximate],
    ['500 กว่า', 500, approximate],
    ['500 กว่าคน', 500, approximate],
    ['~500', 500, approximate],
    ['มากกว่า 500 คน', 500, approximate],
    ['ประมาณ 2 หมื่นคน', 20_000, approximate],
    // thousands by a dot, an apostrophe or a space: never 12 for 12.000
    ...[
      '1.250',
      '1 250',
      '1\u00a0250',
      '1\u202f250',
      "1'250",
      '1’250',
      '1.250,00',
      '1,250.00',
      '1 250.0',
      '1250,00',
      '๑.๒๕๐ คน',
    ].map((raw): [string, number] => [raw, 1250]),
    ['12.000', 12_000],
    ['3.000', 3000],
    ['3.00', 3],
    ['1.250.000', 1_250_000],
    ["1'250'000", 1_250_000],
    ['1.250 ล้าน', 1_250_000],
    ['ประมาณ 12.000 คน', 12_000, approximate],
    ['1.250-2.000', null, 'affected-range'],
    ['1 250 ครัวเรือน', null, 'affected-unit'],
    ...[
      '0.500',
      '1.25',
      '1.2500',
      '12,00',
      '12,5',
      '1.250,5',
      '1.250,000',
      '1,250.000',
      '1.250.00',
      '1 25',
      '10 000 20',
    ].map((raw): [string, null, string] => [raw, null, 'affected-invalid']),
    [1.125, null, 'affected-invalid'], // a number of a program has no thousands
    ['1.5', null, 'affected-invalid'],
    ['1.23456 หมื่น', null, 'affected-invalid'],
    ['70000001', null, 'affected-invalid'],
    ['500 ล้าน', null, 'affected-invalid'],
    ['1,25', null, 'affected-invalid'],
    ['ทั้งตำบล', null, 'affected-invalid'],
    ['หลายคน', null, 'affected-invalid'],
    ['1.99991E+12', null, 'affected-invalid'],
    [-5, null, 'affected-invalid'],
    [2.5, null, 'affected-invalid'],
    [Number.NaN, null, 'affected-invalid'],
    [Number.POSITIVE_INFINITY, null, 'affected-invalid'],
    ['300 - 500 คน', null, 'affected-range'],
    ['300 ถึง 500', null, 'affected-range'],
    ['300 คน - 500 คน', null, 'affected-range'],
    ['50 หลังคาเรือน', null, 'affected-unit'],
    ['300-500 ครัวเรือน', null, 'affected-unit'],
    ['ประมาณ 120 ครัวเรือน', null, 'affected-unit'],
    ['50%', null, 'affected-unit'],
    ['10 ตำบล', null, 'affected-unit'],
    ['ไม่ทราบ', null],
    ['n/a', null],
    ['', null],
    [null, null],
  ];
  for (const [raw, people, warning] of cases) {
    it(`takes ${JSON.stringify(raw)} as ${people ?? warning ?? 'no answer'}`, () => {
      const parsed = parsePeople(raw);
      expect([parsed.people, parsed.warning]).to.deep.equal([people, warning]);
    });
  }
});
