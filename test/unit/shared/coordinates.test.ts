import { expect } from 'chai';
import fc from 'fast-check';
import { parsePosition, plainPosition } from '../../../shared/survey/coordinates.ts';
import type { RawPosition } from '../../../shared/survey/response.ts';

const lat = 13.75;
const lng = 100.5;

describe('plainPosition', () => {
  it('reads what it reads as the full reading does', () => {
    const digits = fc.oneof(
      fc.double({ min: 4, max: 22, noNaN: true }),
      fc.double({ min: 96, max: 107, noNaN: true }),
    );
    const number = fc.oneof(
      fc.tuple(digits, fc.nat(11)).map(([value, decimals]) => value.toFixed(decimals)),
      fc.constantFrom('', '-', '013.5', ' 13.5', '13.', '๑๓.๕', '100.5E', '13.5\n'),
    );
    let plain = 0;
    fc.assert(
      fc.property(number, number, (first, second) => {
        const position = plainPosition(first, second);
        if (!position) return;
        plain++;
        expect(parsePosition({ lat: first, lng: second })).to.deep.equal({ position });
      }),
      { numRuns: 2000 },
    );
    expect(plain).to.be.greaterThan(10);
  });
});

describe('parsePosition', () => {
  const read: [string, RawPosition][] = [
    ['numbers', { lat: 13.75, lng: 100.5 }],
    ['texts', { lat: ' 13.75 ', lng: '100.50' }],
    ['Thai digits', { lat: '๑๓.๗๕', lng: '๑๐๐.๕' }],
    ['degrees and minutes', { lat: "13°45'", lng: "100°30'" }],
    ['degrees, minutes and seconds', { lat: '13°45\'00"N', lng: '100°30\'00"E' }],
    ['Thai digits in degrees', { lat: "๑๓°๔๕'", lng: "๑๐๐°๓๐'" }],
    ['typographic marks', { lat: '13° 45′ 0″ N', lng: '100° 30′ 0″ E' }],
    ['N and E before', { lat: 'N 13.75', lng: 'E 100.5' }],
    ['N and E behind', { lat: '13.75N', lng: '100.5 E' }],
    ['letters that say they are the other way round', { lat: '100.5 E', lng: '13.75 N' }],
    ['degrees, minutes and seconds apart', { lat: '13 45 0', lng: '100 30 0' }],
    ['commas where others write dots', { lat: '13,75', lng: '100,5' }],
    ['one cell with commas where others write dots', { text: '13,75; 100,50' }],
    ['one cell with a comma', { text: '13.75, 100.50' }],
    ['one cell with a space', { text: '13.75 100.50' }],
    ['one cell with a semicolon', { text: '13.75; 100.50' }],
    ['one cell in degrees', { text: "13°45'N 100°30'E" }],
  ];
  for (const [what, raw] of read) {
    it(`reads ${what}`, () => {
      expect(parsePosition(raw)).to.deep.equal({ position: { lat, lng } });
    });
  }

  it('reads what a form on a phone writes into one cell', () => {
    const at = (text: string) => parsePosition({ text }).position;
    expect(at('13.75 100.5 0 4.9')).to.deep.equal({ lat, lng, accuracy: 4.9 });
    expect(at('[13.75, 100.5]')).to.deep.equal({ lat, lng });
    expect(at('13 45 100 30')).to.equal(null);
  });

  it('keeps the accuracy that the device said', () => {
    expect(parsePosition({ lat, lng, accuracy: 12 }).position).to.deep.equal({
      lat,
      lng,
      accuracy: 12,
    });
    expect(parsePosition({ lat, lng, accuracy: '12.5' }).position).to.deep.equal({
      lat,
      lng,
      accuracy: 12.5,
    });
    expect(parsePosition({ lat, lng, accuracy: -1 }).position).to.deep.equal({ lat, lng });
    expect(parsePosition({ lat, lng, accuracy: 'ดี' }).position).to.deep.equal({ lat, lng });
  });

  for (const raw of [{}, { lat: '', lng: null }, { lat: '-', lng: 'ไม่มี' }, { text: ' ' }]) {
    it(`has nothing to say about ${JSON.stringify(raw)}`, () => {
      expect(parsePosition(raw)).to.deep.equal({ position: null });
    });
  }

  it('puts an exchanged pair right', () => {
    expect(parsePosition({ lat: 100.5, lng: 13.75 })).to.deep.equal({
      position: { lat, lng },
      warning: 'coordinates-swapped',
    });
  });

  it('takes the bounds in', () => {
    for (const edge of [
      { lat: 5.6, lng: 97.3 },
      { lat: 20.5, lng: 105.7 },
    ]) {
      expect(parsePosition(edge)).to.deep.equal({ position: edge });
    }
    for (const beyond of [
      { lat: 5.59, lng: 100 },
      { lat: 20.51, lng: 100 },
      { lat: 13, lng: 97.29 },
      { lat: 13, lng: 105.71 },
    ]) {
      expect(parsePosition(beyond).warning).to.equal('coordinates-outside');
    }
  });

  const dropped: [string, RawPosition, string][] = [
    ['half a pair', { lat: 13.75 }, 'half'],
    ['the other half', { lat: '-', lng: '100.5' }, 'half'],
    ['one number in one cell', { text: '13.75' }, 'half'],
    ['UTM', { lat: 1520000, lng: 665000 }, 'utm'],
    ['UTM the other way round', { lat: '665000', lng: '1520000' }, 'utm'],
    ['UTM with its zone', { text: '47N 665000 1520000' }, 'utm'],
    ['another country', { lat: 48.85, lng: 2.35 }, 'outside'],
    ['nowhere', { lat: 0, lng: 0 }, 'outside'],
    ['a swapped pair that lies outside', { lat: 139.7, lng: 35.7 }, 'outside'],
    ['the southern half', { lat: '13.75 S', lng: '100.5 E' }, 'outside'],
    ['words', { lat: 'ที่วัด', lng: 'หลังตลาด' }, 'unreadable'],
    ['sixty minutes', { lat: "13°60'", lng: "100°30'" }, 'unreadable'],
    ['three numbers', { text: '13.75, 100.50, 12' }, 'unreadable'],
  ];
  for (const [what, raw, hint] of dropped) {
    it(`drops ${what}`, () => {
      expect(parsePosition(raw)).to.deep.equal({
        position: null,
        warning: 'coordinates-outside',
        hint,
      });
    });
  }
});
